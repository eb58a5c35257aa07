import Dispatching
import Mobility
import RoadNetwork

/// Vehicles that do what a reference run decided: they drive, halt and drive on.
///
/// Nobody ever waits for a rider who is not there: all requests of these runs are immediate.
struct ReplayedFleet: Sendable {
  private let service: Service
  private let network: RoadNetwork
  private(set) var states: Column<Vehicle, VehicleState>
  /// By vehicle: when something happens to it next; in the distant future while it is idle.
  private var next: Column<Vehicle, Instant>
  /// By vehicle: where it left, or turned, and when.
  private var origin: Column<Vehicle, Anchor?>
  private var scratch: TravelTimes.Scratch

  init(_ vehicles: Column<Vehicle, Vehicle>, on network: RoadNetwork, service: Service) {
    self.service = service
    self.network = network
    next = Column(repeating: .distantFuture, count: vehicles.count)
    origin = Column(repeating: nil, count: vehicles.count)
    scratch = service.travelTimes.makeScratch()
    states = Column(
      vehicles.values.map { vehicle in
        VehicleState(
          vehicle,
          anchor: .standing(
            at: vehicle.start, gate: vehicle.shift.opens + service.rules.halt,
            leaves: vehicle.shift.opens),
          aboard: [], stops: [], in: service)
      })
  }

  /// Lets everything happen that happens before `now`; returns the vehicles to which something did.
  mutating func advance(to now: Instant) -> [VehicleID] {
    let changed = next.ids.filter { next[$0] < now }
    for vehicle in changed {
      while let later = after(states[vehicle], before: now) { replace(vehicle, by: later) }
    }
    return Array(changed)
  }

  private mutating func replace(_ vehicle: VehicleID, by state: VehicleState) {
    states[vehicle] = state
    origin[vehicle] = state.anchor
    let halts = state.schedule.halts
    next[vehicle] =
      halts.count == 1
      ? .distantFuture : state.anchor.isPassing ? halts[1].arrival : halts[0].departure
  }

  /// The vehicle as it is at `now`.
  mutating func state(of vehicle: VehicleID, at now: Instant) -> VehicleState {
    states[vehicle].advance(to: now, in: service, using: &scratch)
    return states[vehicle]
  }

  /// After the vehicle's next departure or arrival, if that is before `now`.
  private func after(_ state: VehicleState, before now: Instant) -> VehicleState? {
    let halts = state.schedule.halts
    guard halts.count > 1 else { return nil }
    if state.anchor.isPassing {
      let halt = halts[1]
      guard halt.arrival < now else { return nil }
      let here = state.schedule.stops(ofHalt: 1)
      let left = here.map { state.schedule.stops[$0] }.filter { $0.purpose == .dropoff }
        .map(\.terms.request)
      let gate = halt.arrival + service.rules.halt
      return VehicleState(
        state.vehicle, anchor: .standing(at: halt.place, gate: gate, leaves: gate),
        aboard: state.aboard.filter { !left.contains($0.terms.request) },
        stops: state.schedule.stops.filter {
          $0.purpose == .pickup || !left.contains($0.terms.request)
        }, in: service, earlier: state.schedule)
    }
    let halt = halts[0]
    guard halt.departure < now else { return nil }
    let boarded = state.schedule.stops(ofHalt: 0).map { state.schedule.stops[$0].terms }
    return VehicleState(
      state.vehicle, anchor: .passing(halt.place, at: halt.departure),
      aboard: state.aboard.map { Aboard(terms: $0.terms, left: $0.left ?? halt.departure) }
        + boarded.map { Aboard(terms: $0, left: halt.departure) },
      stops: ContiguousArray(state.schedule.stops.dropFirst(boarded.count)), in: service,
      earlier: state.schedule)
  }

  /// Puts a vehicle under way on another way to its next stop that is as fast.
  mutating func move(_ vehicle: VehicleID, to place: PlaceID, at now: Instant) {
    let state = states[vehicle]
    let next = state.schedule.halts[1]
    let rest = service.travelTimes.drive(from: place, to: next.place, departing: now)
    replace(
      vehicle,
      by: VehicleState(
        state.vehicle, anchor: .passing(place, at: next.arrival - rest), aboard: state.aboard,
        stops: state.schedule.stops, in: service))
  }

  /// A vehicle's plan with a decision of the reference carried out; `nil` where it has no such halts.
  func plan(
    _ assignment: KaRRiReference.Assignment, _ terms: Terms, from state: VehicleState
  ) -> VehicleState? {
    guard assignment.dropoffPosition < state.schedule.halts.count else { return nil }
    let insertion = Self.insertion(of: assignment, terms, into: state.schedule)
    return state.following(insertion.inserted(into: state.schedule.stops), in: service)
  }

  /// Lets the vehicle follow a plan that has a new request on it, which is promised what is planned.
  mutating func follow(_ plan: VehicleState, with request: RequestID) {
    let schedule = plan.schedule
    let boarding = schedule.halts.indices.first { k in
      schedule.stops(ofHalt: k).contains { schedule.stops[$0].terms.request == request }
    }
    guard let boarding else { return }
    let arrival = schedule.arrival(of: request)
    let stops = schedule.stops.map { stop in
      stop.terms.request == request
        ? PlannedStop(
          stop.purpose,
          service.rules.promise(
            of: stop.terms, boarding: schedule.halts[boarding].begin, arrival: arrival
          ).terms) : stop
    }
    replace(plan.vehicle.id, by: plan.following(ContiguousArray(stops), in: service))
  }

  private static func insertion(
    of assignment: KaRRiReference.Assignment, _ terms: Terms, into schedule: Schedule
  ) -> Insertion {
    Insertion(
      cost: 0, terms: terms, boarding: terms.ready, arrival: terms.ready,
      pickupPosition: schedule.stops(ofHalt: assignment.pickupPosition).upperBound,
      dropoffPosition: schedule.stops(ofHalt: assignment.dropoffPosition).upperBound)
  }

  /// Every place where the vehicle can turn next, on all fastest ways to its next stop.
  func alternatives(of vehicle: VehicleID, at now: Instant) -> [(id: PlaceID, time: Instant)] {
    guard let origin = origin[vehicle] else { return [] }
    let state = states[vehicle]
    let times = service.travelTimes
    let destination = state.schedule.halts[1].place
    let arrival = state.schedule.halts[1].arrival
    var found: [(id: PlaceID, time: Instant)] = []
    var open = [(id: origin.place, time: origin.leaves)]
    var seen: Set<PlaceID> = []
    while let here = open.popLast() {
      guard seen.insert(here.id).inserted else { continue }
      guard here.time < now, here.id != destination else {
        found.append(here)
        continue
      }
      for edge in network.edges(from: times.node(of: here.id)) {
        guard let next = times.turningPoint(after: edge) else { continue }
        let time = here.time + network.duration[edge]
        let rest = times.drive(from: next, to: destination, departing: time)
        if time + rest == arrival { open.append((next, time)) }
      }
    }
    return found.sorted { $0.id < $1.id }
  }
}
