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

  init(_ vehicles: Column<Vehicle, Vehicle>, on network: RoadNetwork, service: Service) {
    self.service = service
    self.network = network
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
    states.ids.filter { vehicle in
      var hasChanged = false
      while let next = next(states[vehicle], before: now) {
        states[vehicle] = next
        hasChanged = true
      }
      return hasChanged
    }
  }

  /// The vehicle as it is at `now`.
  func state(of vehicle: VehicleID, at now: Instant) -> VehicleState {
    var state = states[vehicle]
    var scratch = service.travelTimes.makeScratch()
    state.advance(to: now, in: service, using: &scratch)
    return state
  }

  /// After the vehicle's next departure or arrival, if that is before `now`.
  private func next(_ state: VehicleState, before now: Instant) -> VehicleState? {
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
        }, in: service)
    }
    let halt = halts[0]
    guard halt.departure < now else { return nil }
    let boarded = state.schedule.stops(ofHalt: 0).map { state.schedule.stops[$0].terms }
    return VehicleState(
      state.vehicle, anchor: .passing(halt.place, at: halt.departure),
      aboard: state.aboard.map { Aboard(terms: $0.terms, left: $0.left ?? halt.departure) }
        + boarded.map { Aboard(terms: $0, left: halt.departure) },
      stops: ContiguousArray(state.schedule.stops.dropFirst(boarded.count)), in: service)
  }

  /// Puts a vehicle under way on another way to its next stop that is as fast.
  mutating func move(_ vehicle: VehicleID, to place: PlaceID, at now: Instant) {
    let state = states[vehicle]
    let next = state.schedule.halts[1]
    let rest = service.travelTimes.drive(from: place, to: next.place, departing: now)
    states[vehicle] = VehicleState(
      state.vehicle, anchor: .passing(place, at: next.arrival - rest), aboard: state.aboard,
      stops: state.schedule.stops, in: service)
  }

  /// Carries out a decision of the reference.
  mutating func follow(
    _ assignment: KaRRiReference.Assignment, _ terms: Terms, at now: Instant
  ) {
    let state = state(of: assignment.vehicle, at: now)
    let schedule = state.schedule
    guard assignment.dropoffPosition < schedule.halts.count else { return }
    var insertion = Self.insertion(of: assignment, terms, into: schedule)
    let planned = state.following(insertion.inserted(into: schedule.stops), in: service).schedule
    let boarding = planned.halts.indices.first { k in
      planned.stops(ofHalt: k).contains { planned.stops[$0].stop.request == terms.request }
    }
    guard let boarding else { return }
    let promise = service.rules.promise(
      of: terms, boarding: planned.halts[boarding].begin,
      arrival: planned.arrival(of: terms.request))
    insertion = Self.insertion(of: assignment, promise.terms, into: schedule)
    states[assignment.vehicle] = state.following(
      insertion.inserted(into: schedule.stops), in: service)
  }

  static func insertion(
    of assignment: KaRRiReference.Assignment, _ terms: Terms, into schedule: Schedule
  ) -> Insertion {
    Insertion(
      cost: 0, terms: terms, boarding: terms.ready, arrival: terms.ready,
      pickupPosition: schedule.stops(ofHalt: assignment.pickupPosition).upperBound,
      dropoffPosition: schedule.stops(ofHalt: assignment.dropoffPosition).upperBound)
  }

  /// Every place where the vehicle can turn next, on all fastest ways to its next stop.
  func alternatives(of vehicle: VehicleID, at now: Instant) -> [(id: PlaceID, time: Instant)] {
    let state = states[vehicle]
    let times = service.travelTimes
    let destination = state.schedule.halts[1].place
    let arrival = state.schedule.halts[1].arrival
    var found: [(id: PlaceID, time: Instant)] = []
    var open = [(id: state.anchor.place, time: state.anchor.leaves)]
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
