import Dispatching
import Mobility

/// What a vehicle's day costs when everyone at a halt boards together, as plans have it.
struct DayRoute: Hashable, Sendable {
  let stops: [DayStop]
  let cost: Cost

  /// For each stop the earliest begin of boarding, where that is later than the riders are ready: a
  /// ride that would be too long for a wait on its way starts later.
  let holds: [Int: Int32]

  /// `nil` when the stops break a limit.
  ///
  /// - Complexity: O(n) steps for n stops, times the parties aboard at once and the times that rides
  ///   have to be put off.
  init?(_ stops: [DayStop], of group: DayModel.Group, in model: DayModel) {
    var holds: [Int: Int32] = [:]
    for _ in 0...stops.count {
      switch Self.drive(stops, of: group, in: model, holding: holds) {
      case .done(let cost):
        self.stops = stops
        self.cost = cost
        self.holds = holds
        return
      case .ridesTooLong(let pickup, let begin): holds[pickup] = begin
      case .impossible: return nil
      }
    }
    return nil
  }

  private enum Outcome {
    case done(Cost)
    /// The ride of this pick-up would keep its limit if boarding began then.
    case ridesTooLong(pickup: Int, begin: Int32)
    case impossible
  }

  private static func drive(
    _ stops: [DayStop], of group: DayModel.Group, in model: DayModel, holding holds: [Int: Int32]
  ) -> Outcome {
    let knowsAll = model.problem.foresight == .perfect
    var (place, clock) = (group.start, group.opens)
    var cost: Cost = -group.idleCost
    var riding: [(pickup: Int, begin: Int32, left: Int32)] = []
    var next = 0
    while next < stops.count {
      let here = model.place(of: stops[next])
      let end = stops[next...].firstIndex { model.place(of: $0) != here } ?? stops.endIndex
      let halting = stops[next..<end]
      let boarders = halting.filter { $0.ride == nil }
      if !knowsAll && boarders.count == halting.count {
        let booked = boarders.map { model.parties[model.pickups[$0.pickup].party].booked }
        clock = max(clock, booked.min() ?? clock)
      }
      let drive = model.drive(place, here)
      cost += model.driving * Cost(drive)
      let arrival = clock + drive
      var begin = arrival + model.halt
      var work: Int32 = 0
      for stop in halting {
        let pickup = model.pickups[stop.pickup]
        let party = model.parties[pickup.party]
        work += party.boarding
        guard let number = stop.ride else {
          begin = max(begin, holds[stop.pickup] ?? pickup.ready)
          continue
        }
        let ride = model.rides[number]
        guard let k = riding.firstIndex(where: { $0.pickup == stop.pickup }),
          arrival <= ride.latestArrival
        else { return .impossible }
        let time = arrival - riding[k].left
        if time > ride.limit {
          return .ridesTooLong(pickup: stop.pickup, begin: riding[k].begin + time - ride.limit)
        }
        begin = max(begin, ride.earliestArrival)
        cost += model.riding * Cost(time) * Cost(party.riders) + ride.cost
        riding.remove(at: k)
      }
      clock = begin + work
      for stop in boarders {
        let pickup = model.pickups[stop.pickup]
        guard begin <= pickup.latest else { return .impossible }
        let riders = Cost(model.parties[pickup.party].riders)
        cost += model.waiting * Cost(begin - pickup.ready) * riders
        riding.append((stop.pickup, begin, clock))
      }
      let load = riding.reduce(.none) { $0 + model.parties[model.pickups[$1.pickup].party].load }
      guard group.cabin.holds(load) else { return .impossible }
      place = here
      next = end
    }
    guard riding.isEmpty, clock + group.home[place] <= group.closes else { return .impossible }
    return .done(cost + model.driving * Cost(group.home[place]))
  }

  /// Parties served, ascending.
  func parties(in model: DayModel) -> [Int] { model.parties(of: stops) }
}

extension DayModel {
  func place(of stop: DayStop) -> Int {
    stop.ride.map { rides[$0].place } ?? pickups[stop.pickup].place
  }

  /// Who boards at the stops, ascending.
  func parties(of stops: [DayStop]) -> [Int] {
    stops.filter { $0.ride == nil }.map { pickups[$0.pickup].party }.sorted()
  }

  /// The way to board that terms are about.
  func pickup(of terms: Terms) -> Pickup? {
    pickups.first { pickup in
      rides[pickup.rides].contains {
        $0.terms.request == terms.request && $0.terms.pickup == terms.pickup
          && $0.terms.dropoff == terms.dropoff && $0.terms.walk == terms.walk
      }
    }
  }

  /// The stops of a route as dispatchers write them.
  func plannedStops(of route: DayRoute) -> ContiguousArray<PlannedStop> {
    var terms: [Int: Terms] = [:]
    for stop in route.stops {
      guard let ride = stop.ride else { continue }
      let own = rides[ride].terms
      let ready = route.holds[stop.pickup].map { Instant(milliseconds: $0) } ?? own.ready
      terms[stop.pickup] = own.ready(at: ready)
    }
    return ContiguousArray(
      route.stops.compactMap { stop in
        terms[stop.pickup].map { PlannedStop(stop.ride == nil ? .pickup : .dropoff, $0) }
      })
  }
}

extension Terms {
  fileprivate func ready(at ready: Instant) -> Terms {
    Terms(
      request: request, riders: riders, load: load, boarding: boarding, pickup: pickup,
      dropoff: dropoff, walk: walk, ready: ready, latestBoarding: latestBoarding,
      earliestArrival: earliestArrival,
      latestArrival: latestArrival, preferredBoarding: preferredBoarding,
      preferredArrival: preferredArrival, rideLimit: rideLimit, direct: direct)
  }
}
