import Dispatching
import Mobility
import Optimization

/// Gives each vehicle at most one new request a round, all of them together at least cost, until no
/// request fits any more.
///
/// A round is a transportation program, whose linear relaxation is whole: the fast way through a
/// pulse of requests. Riders who are promised stay where they are.
///
/// - SeeAlso: Simonetto, Monteil, Gambella (2019), "Real-time city-scale ridesharing via linear
///   assignment problems", Transportation Research C 101, doi:10.1016/j.trc.2019.01.019.
struct AssignmentRounds {
  private let service: Service
  private let open: [Request]
  private let limits: SolverLimits
  private let price: Cost
  private(set) var fleet: [VehicleState]
  private(set) var effort = MatchingEffort()

  private var search: InsertionSearch
  /// By request and vehicle; those of a vehicle are found anew when its plan changes.
  private var insertions: [[Insertion?]]

  init(_ epoch: EpochProblem, limits: SolverLimits) {
    service = epoch.service
    open = epoch.open
    fleet = epoch.fleet
    self.limits = limits
    price = epoch.priceOfRefusal
    search = InsertionSearch(service: service)
    insertions = open.map { _ in epoch.fleet.map { _ in nil } }
    for vehicle in fleet.indices { findInsertions(into: vehicle, for: Array(open.indices)) }
  }

  var tried: Int { search.tried }

  /// Assigns until no request fits; one that no round places is left to the caller.
  mutating func run() {
    var waiting = Array(open.indices)
    while !waiting.isEmpty {
      let placed = assign(waiting)
      guard !placed.isEmpty else { return }
      for (request, vehicle, insertion) in placed {
        let settled = insertion.settled(by: service.rules)
        let stops = settled.inserted(into: fleet[vehicle].schedule.stops)
        fleet[vehicle] = fleet[vehicle].following(stops, in: service)
        waiting.removeAll { $0 == request }
      }
      for (_, vehicle, _) in placed { findInsertions(into: vehicle, for: waiting) }
    }
  }

  private mutating func findInsertions(into vehicle: Int, for requests: [Int]) {
    for request in requests {
      insertions[request][vehicle] = service.terms(for: open[request]).reduce(nil) { best, terms in
        let ceiling = best.map { $0.cost - 1 } ?? .max
        return search.bestInsertion(of: terms, into: fleet[vehicle], costingAtMost: ceiling) ?? best
      }
    }
  }

  /// One round; in order of the requests.
  private mutating func assign(
    _ waiting: [Int]
  ) -> [(request: Int, vehicle: Int, insertion: Insertion)] {
    LinearSolver.withSolver { solver in
      let serving = waiting.map { _ in solver.addRow(.equal(1)) }
      let using = fleet.map { _ in solver.addRow(.atMost(1)) }
      for (k, request) in waiting.enumerated() {
        let refusal = Double(price * Cost(open[request].riders)) / 1_000_000
        solver.addColumn(cost: refusal, entries: [(serving[k], 1)])
      }
      var columns: [(request: Int, vehicle: Int, insertion: Insertion)] = []
      for (k, request) in waiting.enumerated() {
        for vehicle in fleet.indices {
          guard let insertion = insertions[request][vehicle] else { continue }
          columns.append((request, vehicle, insertion))
          solver.addColumn(
            cost: Double(insertion.cost) / 1_000_000,
            entries: [(serving[k], 1), (using[vehicle], 1)])
        }
      }
      effort.columns += solver.columnCount
      effort.programs += 1
      let status = solver.solve(iterations: limits.simplexIterations)
      effort.simplexIterations += solver.iterations
      guard status == .optimal else { return [] }
      return columns.indices
        .filter { solver.value(of: LinearSolver.Column(index: waiting.count + $0)) > 0.5 }
        .map { columns[$0] }
    }
  }
}
