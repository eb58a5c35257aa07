public import Mobility
public import RoadNetwork

/// One vehicle as a strategy sees it.
public struct VehicleState: Sendable {
  public private(set) var vehicle: Vehicle
  public private(set) var anchor: Anchor
  public let aboard: [Aboard]
  /// The stops it has yet to make, with their times.
  public private(set) var schedule: Schedule

  public init(
    _ vehicle: Vehicle, anchor: Anchor, aboard: [Aboard], stops: ContiguousArray<PlannedStop>,
    in service: Service, earlier: Schedule? = nil
  ) {
    self.vehicle = vehicle
    self.anchor = anchor
    self.aboard = aboard
    schedule = Schedule(
      stops, of: vehicle, from: anchor, aboard: aboard, in: service, earlier: earlier)
  }

  /// The same vehicle with other stops to make.
  public func following(_ stops: ContiguousArray<PlannedStop>, in service: Service) -> Self {
    Self(
      vehicle, anchor: anchor, aboard: aboard, stops: stops, in: service, earlier: schedule)
  }

  /// Whether it stands with nothing to do.
  public func isIdle(at now: Instant) -> Bool {
    anchor.motion == .standing && schedule.stops.isEmpty && aboard.isEmpty && anchor.leaves <= now
  }

  /// Where stops can be put in: after each halt, and before the first one unless the vehicle is
  /// bound to make it.
  public var positions: [Int] {
    let ends = schedule.halts.indices.map { schedule.stops(ofHalt: $0).upperBound }
    return anchor.isCommitted || ends[0] == 0 ? ends : [0] + ends
  }

  /// How many of its stops a vehicle under way makes at the place it is committed to.
  public var committedStops: Int { anchor.isCommitted ? schedule.stopCount(ofHalt: 0) : 0 }

  /// Lets time pass up to `now`, with nothing having happened to the vehicle since.
  public mutating func advance(
    to now: Instant, in service: Service, using scratch: inout TravelTimes.Scratch
  ) {
    let moved: Anchor
    switch anchor.motion {
    case .committed: return
    case .standing:
      if now <= anchor.leaves || schedule.stops.first?.place == anchor.place {
        moved = .standing(
          at: anchor.place, gate: max(anchor.gate, now), work: anchor.work,
          leaves: max(anchor.leaves, now))
      } else {
        moved = .standing(at: anchor.place, gate: now + service.rules.halt, leaves: now)
      }
    case .passing:
      guard now > anchor.leaves, schedule.halts.count > 1 else { return }
      var trail = Trail(
        from: anchor.place, to: schedule.halts[1].place, departing: anchor.leaves)
      trail.advance(to: now, in: service.travelTimes, using: &scratch)
      moved = .passing(trail.place, at: trail.time)
    }
    guard moved != anchor else { return }
    anchor = moved
    schedule.move(to: moved, in: service)
  }

  /// The same vehicle under way, but bound to make its next stop where it is going.
  func committed(in service: Service) -> Self {
    let next = schedule.halts[1]
    return Self(
      vehicle, anchor: .committed(to: next.place, arrival: next.arrival, gate: next.gate),
      aboard: aboard, stops: schedule.stops, in: service)
  }

  /// The same plan as it would be without one kind of limit.
  func ignoring(_ limit: Refusal) -> Self {
    var free = self
    free.vehicle = Vehicle(
      id: vehicle.id, start: vehicle.start, end: vehicle.end,
      cabin: limit == .seats ? .unlimited : vehicle.cabin,
      shift: TimeWindow(
        opens: vehicle.shift.opens,
        closes: limit == .shiftEnd ? .distantFuture : vehicle.shift.closes))
    free.schedule = schedule.ignoring(limit, of: vehicle)
    return free
  }

  /// The same plan, but nobody who is in it can be made to board or arrive later.
  func withoutSlack() -> Self {
    var fixed = self
    fixed.schedule = schedule.holding(schedule, shiftEnd: vehicle.shift.closes)
    return fixed
  }
}

/// A party in a vehicle.
public struct Aboard: Hashable, Sendable {
  public let terms: Terms
  /// When the vehicle left its pick-up halt; `nil` while it is still in it.
  public var left: Instant?

  public init(terms: Terms, left: Instant?) {
    self.terms = terms
    self.left = left
  }
}
