import Dispatching
import Mobility
import RoadNetwork

/// A vehicle of the simulated world: where it is, who is in it, and what it has yet to do.
struct FleetMember {
  /// A halt in progress, or the last one.
  struct Halt {
    /// When boarding can begin, or last began.
    var gate: Instant
    /// Boarding and alighting so far.
    var work = TimeSpan.zero

    var end: Instant { gate + work }

    mutating func wait(until time: Instant) { gate = max(gate, time) }
  }

  struct Leg {
    /// Where the vehicle left, or turned.
    let from: PlaceID
    let departed: Instant
    let to: PlaceID
    let arrival: Instant
    /// Driven since the last halt on arrival.
    let length: Meters
  }

  enum Phase {
    case beforeShift
    case standing(at: PlaceID)
    case underWay(Leg)
    /// On an empty drive to a place where it is to wait.
    case repositioning(Leg)
    /// On the drive that ends the shift.
    case homeward(Leg)
    case home(at: PlaceID, since: Instant)
    case afterShift
  }

  let vehicle: Vehicle
  var phase = Phase.beforeShift
  var aboard: [Aboard] = []
  var stops: ContiguousArray<PlannedStop> = []
  /// Where it is told to wait and has not set out for yet.
  var parking: PlaceID?
  /// `nil` until the vehicle has made a halt.
  var halt: Halt?
  /// When the plan was last changed, or the shift began or an empty drive ended if that was later.
  var replanned: Instant
  /// The sequence number of the vehicle's one occurrence in the agenda that counts.
  var ticket = 0
  /// Whether anything happened to it since a strategy was last asked.
  var hasChanged = true

  init(_ vehicle: Vehicle) {
    self.vehicle = vehicle
    replanned = vehicle.shift.opens
  }

  /// Whether it can still be given stops.
  var isAvailable: Bool {
    switch phase {
    case .beforeShift, .standing, .underWay, .repositioning: true
    case .homeward, .home, .afterShift: false
    }
  }

  /// Since when it stands with nothing to do, once its last halt is over; `nil` if it has a plan.
  var idleSince: Instant? {
    guard case .standing = phase, stops.isEmpty, aboard.isEmpty, parking == nil else { return nil }
    return max(halt?.end ?? replanned, replanned)
  }

  func isIdle(at now: Instant) -> Bool { idleSince.map { $0 <= now } ?? false }

  /// The halt that someone who comes at `now` can still join.
  func openHalt(at now: Instant) -> Halt? {
    guard case .standing(let place) = phase, let halt else { return nil }
    return now <= halt.end || stops.first?.place == place ? halt : nil
  }

  /// Where it can turn; a vehicle that can be diverted counts as passing where it left.
  func anchor(at now: Instant, rules: ServiceRules) -> Anchor {
    switch phase {
    case .beforeShift:
      let opens = vehicle.shift.opens
      return .standing(at: vehicle.start, gate: opens + rules.halt, leaves: opens)
    case .standing(let place):
      guard let halt = openHalt(at: now) else {
        return .standing(at: place, gate: now + rules.halt, leaves: now)
      }
      return .standing(
        at: place, gate: max(halt.gate, now), work: halt.work, leaves: max(halt.end, now))
    case .underWay(let leg):
      return rules.diversion
        ? .passing(leg.from, at: leg.departed)
        : .committed(to: leg.to, arrival: leg.arrival, gate: leg.arrival + rules.halt)
    case .repositioning(let leg):
      // Nobody gets off, so that it can leave as it arrives.
      return .standing(at: leg.to, gate: leg.arrival + rules.halt, leaves: leg.arrival)
    case .homeward, .home, .afterShift:
      preconditionFailure("a vehicle on its way home takes no more stops")
    }
  }

  /// The way of a vehicle that can be diverted, as far as the place where it can turn next.
  func trail(
    to now: Instant, in service: Service, using scratch: inout TravelTimes.Scratch
  ) -> Trail? {
    guard service.rules.diversion, let leg = divertibleLeg else { return nil }
    var trail = Trail(from: leg.from, to: leg.to, departing: leg.departed)
    trail.advance(to: now, in: service.travelTimes, using: &scratch)
    return trail
  }

  /// The drive that a new plan can change, where the service diverts vehicles.
  var divertibleLeg: Leg? {
    switch phase {
    case .underWay(let leg), .repositioning(let leg): leg
    case .beforeShift, .standing, .homeward, .home, .afterShift: nil
    }
  }

  /// The riders who board next where the vehicle stands, all at once.
  var boarders: [Terms] {
    guard case .standing(let place) = phase else { return [] }
    return stops.prefix { $0.place == place }.filter { $0.purpose == .pickup }.map(\.terms)
  }

  /// What the vehicle does next if nothing is changed, or `nil` after its shift.
  func nextEvent(by travelTimes: TravelTimes) -> (event: Occurrence.VehicleEvent, time: Instant)? {
    let closes = vehicle.shift.closes
    switch phase {
    case .beforeShift: return (.onDuty, vehicle.shift.opens)
    case .underWay(let leg), .repositioning(let leg), .homeward(let leg):
      return (.arrival, leg.arrival)
    case .home(_, let since): return (.offDuty, since)
    case .afterShift: return nil
    case .standing(let place):
      let free = max(halt?.end ?? replanned, replanned)
      guard let next = stops.first else {
        if parking != nil { return (.departure, free) }
        guard let end = vehicle.end, end != place else { return (.offDuty, max(free, closes)) }
        let drive = travelTimes.drive(from: place, to: end, departing: free)
        return (.departure, max(free, closes - drive))
      }
      guard next.place == place else { return (.departure, free) }
      guard let halt else { return (.halt, replanned) }
      let begin = boarders.reduce(max(halt.gate, replanned)) { max($0, $1.ready) }
      return (.boarding, begin)
    }
  }
}
