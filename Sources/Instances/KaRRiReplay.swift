public import Dispatching
public import Mobility
import RoadNetwork

/// Decides each request of a reference run from the reference's own state, and carries out what the
/// reference decided.
///
/// Requests come before all that happens to vehicles in the same instant.
public struct KaRRiReplay: Sendable {
  /// A decision whose cost is not the reference's.
  public struct Difference: Hashable, Sendable {
    public let request: RequestID
    /// `nil` where nothing was found.
    public let cost: TimeSpan?
    public let expected: TimeSpan
    /// Where a vehicle under way is in the reference, if that explains the difference: on another of
    /// two shortest paths.
    public let pathTie: PathTie?
  }

  /// A vehicle that can have reached either of two places on equally fast ways to its next stop.
  public struct PathTie: Hashable, Sendable {
    public let vehicle: VehicleID
    public let ours: PlaceID
    public let theirs: PlaceID
  }

  private let requests: Column<Request, Request>
  private let reference: KaRRiReference
  private let service: Service
  private var fleet: ReplayedFleet
  private var search: FleetSearch
  public private(set) var differences: [Difference] = []

  public init(of reference: KaRRiReference, in instance: Instance, service: Service) {
    self.reference = reference
    requests = instance.requests
    self.service = service
    fleet = ReplayedFleet(instance.vehicles, on: instance.network, service: service)
    search = FleetSearch(service: service, vehicleCount: instance.vehicles.count)
    for vehicle in instance.vehicles.ids { search.update(vehicle, fleet.states[vehicle]) }
  }

  /// Decisions that differ without a path tie to explain it.
  public var mismatches: [Difference] { differences.filter { $0.pathTie == nil } }
  /// Decisions that differ through no fault.
  public var pathTies: [Difference] { differences.filter { $0.pathTie != nil } }

  /// `progress` hears how many requests are done.
  public mutating func run(progress: (Int) -> Void = { _ in }) {
    for (done, request) in reference.order.enumerated() {
      decide(requests[request])
      progress(done + 1)
    }
  }

  private mutating func decide(_ request: Request) {
    let now = request.booked
    for vehicle in fleet.advance(to: now) { search.update(vehicle, fleet.states[vehicle]) }
    guard let terms = service.terms(for: request).first else { return }
    let expected = reference.assignments[request.id]
    let found = search.bestInsertion(of: request, at: now)
    let isEqual = found.map { tripCost($0.insertion) } == expected.cost
    let state = fleet.state(of: expected.vehicle, at: now)
    var plan = fleet.plan(expected, terms, from: state)
    var tie: PathTie?
    if !isEqual || !isRight(plan, after: state, expected, terms) {
      let suspects = [expected.vehicle] + (found.map { [$0.vehicle] } ?? [])
      for suspect in suspects where tie == nil { tie = explain(suspect, expected, terms, now) }
    }
    if !isEqual {
      differences.append(
        Difference(
          request: request.id, cost: found.map { tripCost($0.insertion) },
          expected: expected.cost, pathTie: tie))
    }
    if let tie, tie.vehicle == expected.vehicle {
      // It goes on from where the reference has it.
      fleet.move(tie.vehicle, to: tie.theirs, at: now)
      plan = fleet.plan(expected, terms, from: fleet.states[tie.vehicle])
    }
    if let plan { fleet.follow(plan, with: request.id) }
    search.update(expected.vehicle, fleet.states[expected.vehicle])
  }

  /// The cost as KaRRi counts it: with the direct ride.
  private func tripCost(_ insertion: Insertion) -> TimeSpan {
    let direct = insertion.terms.direct.cost(at: service.weights.ride)
    let cost = insertion.cost + direct
    return TimeSpan(milliseconds: Int32(clamping: cost / 1000))
  }

  /// Whether the plan that the reference made costs what it says.
  private func isRight(
    _ plan: VehicleState?, after state: VehicleState, _ expected: KaRRiReference.Assignment,
    _ terms: Terms
  ) -> Bool {
    guard let plan, plan.schedule.isFeasible else { return false }
    let added = plan.schedule.cost - state.schedule.cost
    return added + terms.direct.cost(at: service.weights.ride) == expected.cost.cost(at: 1000)
  }

  /// Another place that the vehicle can be at, on a way to its next stop that is as fast, and from
  /// which the reference's decision is right.
  private mutating func explain(
    _ vehicle: VehicleID, _ expected: KaRRiReference.Assignment, _ terms: Terms, _ now: Instant
  ) -> PathTie? {
    let ours = fleet.state(of: vehicle, at: now)
    guard ours.anchor.isPassing else { return nil }
    for place in fleet.alternatives(of: vehicle, at: now) where place.id != ours.anchor.place {
      var other = fleet
      other.move(vehicle, to: place.id, at: now)
      var elsewhere = search
      elsewhere.update(vehicle, other.states[vehicle])
      let found = elsewhere.bestInsertion(of: requests[terms.request], at: now)
      guard found.map({ tripCost($0.insertion) }) == expected.cost else { continue }
      let there = other.state(of: expected.vehicle, at: now)
      if isRight(other.plan(expected, terms, from: there), after: there, expected, terms) {
        return PathTie(vehicle: vehicle, ours: ours.anchor.place, theirs: place.id)
      }
    }
    return nil
  }
}

extension KaRRiReplay.Difference: CustomStringConvertible {
  public var description: String {
    let found = cost.map { "\($0.inSeconds) s" } ?? "no insertion"
    let differs = "request \(request.index): expected \(expected.inSeconds) s, found \(found)"
    guard let pathTie else { return differs }
    return differs + ": vehicle \(pathTie.vehicle.index) can be at the end of edge "
      + "\(pathTie.theirs.index) as well as of \(pathTie.ours.index), two shortest paths tie"
  }
}
