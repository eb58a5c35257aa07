import Dispatching
import Foundation
import Journal
import Mobility
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import Simulator
import Studies
import Testing

/// Random days of a town with too few vans, run again whole by the test itself.
@Suite("Counterfactuals hold when the day is run again")
struct CounterfactualProofTests {
  private static func experiment(strategies: [String], days: Int, seed: UInt64) throws -> Experiment
  {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Scenarios/senboku/trial-2-target.yaml").path
    let descriptions = BuiltIn.types.map { $0.description.adding(Parking.parameters) }
    var scenario = try ScenarioReader.read(path, strategies: descriptions)
    scenario.strategies = descriptions.filter { strategies.contains($0.id) }
      .map { StrategySettings(standardOf: $0) }
    scenario.days = days
    scenario.seed = seed
    return Experiment(scenario) { settings, service in BuiltIn.strategy(settings, service) }
  }

  /// Whether the request is accepted, and by whom, on a whole day that the test sets up.
  private static func acceptance(
    of booking: Booking, on day: Int, of experiment: Experiment, under settings: StrategySettings,
    with change: Change?
  ) throws -> VehicleID? {
    let scenario = experiment.scenario
    var vehicles = scenario.vehicles
    var requests = experiment.bookings[day].map(\.request)
    if let change { apply(change, to: booking, in: scenario, &requests, &vehicles) }
    let service = Service(
      travelTimes: scenario.travelTimes, rules: scenario.rules, weights: scenario.weights)
    let trace = try Simulation(
      day: day, requests: Column(requests), vehicles: vehicles, service: service,
      strategy: BuiltIn.strategy(settings, service)
    ).run().trace
    for record in trace.records {
      if case .accepted(booking.request.id, let vehicle, _) = record.event { return vehicle }
    }
    return nil
  }

  private static func apply(
    _ change: Change, to booking: Booking, in scenario: Scenario, _ requests: inout [Request],
    _ vehicles: inout Column<Vehicle, Vehicle>
  ) {
    let position = booking.request.id.index
    let old = booking.request
    switch change {
    case .wait(let minutes): requests[position].extraWait = .minutes(Int32(minutes))
    case .book(let minutes):
      requests[position] = Request(
        id: old.id, booked: old.booked - .minutes(Int32(minutes)), desired: old.desired,
        riders: old.riders, load: old.load, boarding: old.boarding, pickups: old.pickups,
        dropoffs: old.dropoffs)
    case .walk(let minutes, let farther):
      requests[position].pickups = reached(
        from: booking.origin, old.pickups, minutes, farther, booking.age, in: scenario)
      requests[position].dropoffs = reached(
        from: booking.destination, old.dropoffs, minutes, farther, booking.age, in: scenario)
    case .van(let hour):
      let first = vehicles.values[0]
      vehicles = Column(
        vehicles.values + [
          Vehicle(
            id: VehicleID(vehicles.count), start: first.start, end: first.end, cabin: first.cabin,
            shift: TimeWindow(
              opens: Instant(hour: Int32(hour)),
              closes: vehicles.values.map(\.shift.closes).max() ?? .distantFuture))
        ])
    }
  }

  /// Where the party gets to that walks so much farther, worked out from the model itself.
  private static func reached(
    from door: Coordinate, _ offered: [Access], _ minutes: Int, _ farther: Meters, _ age: String,
    in scenario: Scenario
  ) -> [Access] {
    guard case .synthetic(let model) = scenario.demand,
      let party = model.ages.first(where: { $0.name == age })
    else { return offered }
    #expect(Int(farther.count) == Int(Double(minutes) * party.walkingSpeedKmh * 1000 / 60))
    let most = min(
      2000, (offered.map(\.distance.count).max() ?? party.walkLimit.count) + farther.count)
    let known = Set(offered.map(\.place))
    let more = scenario.places.ids.compactMap { place -> Access? in
      let walk =
        (door.distance(to: scenario.places[place].place.coordinate)
        * Double(model.walking.detourThousandths) / 1000).rounded()
      guard scenario.places[place].servesRiders, !known.contains(place), walk <= Double(most)
      else { return nil }
      let time = (walk * 3600 / party.walkingSpeedKmh).rounded(.up)
      return Access(
        place: place, walk: TimeSpan(milliseconds: Int32(time)), distance: Meters(Int32(walk)))
    }
    return offered + more.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
  }

  private static func less(_ change: Change, of booking: Booking, in scenario: Scenario) -> Change?
  {
    switch change {
    case .wait(1), .walk(1, _), .book(1): return nil
    case .wait(let minutes): return .wait(minutes: minutes - 1)
    case .book(let minutes): return .book(minutes: minutes - 1)
    case .van(let hour):
      let closes = scenario.vehicles.values.map(\.shift.closes).max() ?? .distantFuture
      return Instant(hour: Int32(hour + 1)) < closes ? .van(fromHour: hour + 1) : nil
    case .walk(let minutes, _):
      guard case .synthetic(let model) = scenario.demand,
        let party = model.ages.first(where: { $0.name == booking.age })
      else { return nil }
      let meters = Double(minutes - 1) * party.walkingSpeedKmh * 1000 / 60
      return .walk(minutes: minutes - 1, farther: Meters(Int32(meters)))
    }
  }

  /// The requests that were refused on a day as it was, as many as asked for.
  private static func refused(
    _ most: Int, on day: Int, of outcome: Experiment.StrategyOutcome
  ) -> [RequestID] {
    let all = outcome.days[day].trace.records.compactMap { record -> RequestID? in
      if case .refused(let request, _) = record.event { request } else { nil }
    }
    return Array(all.prefix(most))
  }

  @Test(
    "served with the change, refused with one step less: at least 30 of each kind under greedy",
    arguments: [("greedy", 34, 5, 100, 30), ("nearest", 2, 6, 8, 0), ("batch", 2, 5, 2, 1)])
  func everyKind(strategy: String, days: Int, seed: Int, most: Int, least: Int) async throws {
    let experiment = try Self.experiment(strategies: [strategy], days: days, seed: UInt64(seed))
    let outcome = try await experiment.run(threads: 2)[0]
    let settings = experiment.scenario.strategies[0]
    var proven: [Change.Kind: Int] = [:]
    for day in 0..<days {
      for request in Self.refused(most, on: day, of: outcome) {
        let booking = experiment.bookings[day][request.index]
        let told = try experiment.explain(request, ofDay: day)[0]
        #expect(!told.answer.isAccepted)
        for found in told.counterfactuals {
          let served = try Self.acceptance(
            of: booking, on: day, of: experiment, under: settings, with: found.change)
          #expect(served == found.vehicle, "\(request) \(found.change)")
          let less = Self.less(found.change, of: booking, in: experiment.scenario)
          let before = try Self.acceptance(
            of: booking, on: day, of: experiment, under: settings, with: less)
          #expect(before == nil, "\(request) \(found.change)")
          proven[found.change.kind, default: 0] += 1
        }
      }
    }
    #expect(!proven.isEmpty)
    for kind in Change.Kind.allCases {
      #expect(proven[kind, default: 0] >= least, "\(kind): \(proven[kind, default: 0])")
    }
  }

  @Test("a served rider's van is the one that the trace has, whatever it was promised")
  func servedVans() async throws {
    let experiment = try Self.experiment(strategies: ["batch"], days: 1, seed: 9)
    let records = try await experiment.run(threads: 2)[0].days[0].trace.records
    let moved = records.compactMap { record -> RequestID? in
      if case .reassigned(let request, _) = record.event { request } else { nil }
    }
    #expect(!moved.isEmpty, "batch moves riders between vans")
    for request in Set(moved.prefix(3) + [0, 1, 2].map { RequestID($0) }) {
      let told = try experiment.explain(request, ofDay: 0)[0]
      let boarded = records.compactMap { record -> VehicleID? in
        guard case .boarded(request, let van, _) = record.event else { return nil }
        return van
      }
      #expect(told.servedBy == boarded.first && told.counterfactuals.isEmpty)
      guard case .accepted(let van, let promise) = told.answer.outcome else { continue }
      #expect(
        records.contains(Record(told.answer.time, .accepted(request, by: van, promise))))
    }
  }
}
