import Dispatching
import Mobility
import Optimization

/// Chooses one trip per vehicle so that everyone promised is served, as many others as possible,
/// and all that at least cost: set partitioning.
struct Matching {
  /// The trip chosen for each vehicle.
  let trips: [Trip]
  /// Open candidates that no chosen trip serves.
  let unserved: [Int]
  /// Cost of all chosen trips, and the price of the unserved.
  let objective: Cost
  /// No choice among the trips has a lower objective.
  let bound: Double
  let columnCount: Int
  let answer: Answer

  /// `nil` when the program could not be solved within its limits.
  init?(_ epoch: EpochProblem, trips: [[Trip]], price: Cost, limits: SolverLimits) {
    var program = BinaryProgram()
    let present = epoch.fleet.map(\.schedule.cost)
    let serving = epoch.candidates.map { _ in program.addRow(.equal(1)) }
    var columns: [(vehicle: Int, trip: Trip)] = []
    for (vehicle, own) in trips.enumerated() {
      let row = program.addRow(.equal(1))
      for trip in own {
        columns.append((vehicle, trip))
        program.addColumn(
          cost: Self.seconds(trip.cost - present[vehicle]),
          in: [row] + trip.members.map { serving[$0] })
      }
    }
    for candidate in 0..<epoch.openCount {
      program.addColumn(
        cost: Self.seconds(price * epoch.riders(of: candidate)), in: [serving[candidate]])
    }
    let answer = program.solve(within: limits)
    guard !answer.chosen.isEmpty else { return nil }

    var chosen: [Trip?] = epoch.fleet.map { _ in nil }
    var unserved: [Int] = []
    var objective = Cost(0)
    for k in answer.chosen {
      if k < columns.count {
        let (vehicle, trip) = columns[k]
        chosen[vehicle] = trip
        objective += trip.cost
      } else {
        unserved.append(k - columns.count)
        objective += price * epoch.riders(of: k - columns.count)
      }
    }
    self.trips = chosen.compactMap(\.self)
    guard self.trips.count == chosen.count else { return nil }
    self.unserved = unserved
    self.objective = objective
    self.answer = answer
    columnCount = program.columnCount
    bound = answer.bound * 1_000_000 + Double(present.reduce(0, +))
  }

  /// Costs in seconds keep the numbers in the program small.
  private static func seconds(_ cost: Cost) -> Double { Double(cost) / 1_000_000 }
}
