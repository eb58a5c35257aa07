public import Dispatching
public import Mobility
import RoadNetwork

/// The cheapest day with all requests known, by trying everything: every set of requests for every
/// vehicle, every order of their stops, each driven from the beginning.
///
/// Written from the rules alone; shares no code with the bounds of days. A ride that would be too
/// long may start later than its riders are ready.
public struct ExactDay {
  private let service: Service
  private let refusalWait: TimeSpan
  private let requests: [Request]
  private let waitsForBookings: Bool
  /// Sequences driven, to know that there was something to try.
  public private(set) var drivenSequences = 0

  public init(
    _ requests: [Request], service: Service, refusalWait: TimeSpan, waitsForBookings: Bool
  ) {
    self.requests = requests
    self.service = service
    self.refusalWait = refusalWait
    self.waitsForBookings = waitsForBookings
  }

  public mutating func leastCost(of vehicles: [Vehicle]) -> Cost {
    // Entry s: the least cost of serving the requests whose bits s has, by the vehicles so far.
    var least = [Cost?](repeating: nil, count: 1 << requests.count)
    least[0] = 0
    for vehicle in vehicles {
      var own = [Cost?](repeating: nil, count: least.count)
      extend([], served: 0, of: vehicle, into: &own)
      var both = [Cost?](repeating: nil, count: least.count)
      for set in least.indices {
        var part = set
        while true {
          if let a = own[part], let b = least[set & ~part] {
            both[set] = min(both[set] ?? .max, a + b)
          }
          if part == 0 { break }
          part = (part - 1) & set
        }
      }
      least = both
    }
    var best = Cost.max
    for (set, cost) in least.enumerated() {
      guard var cost else { continue }
      for (k, request) in requests.enumerated() where set >> k & 1 == 0 {
        cost += refusalWait.cost(at: service.weights.wait, riders: request.riders)
      }
      best = min(best, cost)
    }
    return best
  }

  private mutating func extend(
    _ stops: [PlannedStop], served: Int, of vehicle: Vehicle, into own: inout [Cost?]
  ) {
    guard let drive = Drive(stops, of: vehicle, in: service, waitsForBookings ? requests : nil)
    else { return }
    drivenSequences += 1
    if drive.aboard.isEmpty, let cost = drive.costAtHome {
      own[served] = min(own[served] ?? .max, cost)
    }
    for terms in drive.aboard {
      extend(stops + [PlannedStop(.dropoff, terms)], served: served, of: vehicle, into: &own)
    }
    for (k, request) in requests.enumerated()
    where served >> k & 1 == 0 && service.rules.refusal(of: request) == nil {
      for terms in service.terms(for: request) {
        extend(
          stops + [PlannedStop(.pickup, terms)], served: served | 1 << k, of: vehicle, into: &own)
      }
    }
  }
}

/// A vehicle that makes stops from the beginning of its shift, everyone at a halt boarding together.
private struct Drive {
  private(set) var aboard: [Terms] = []
  /// `nil` when it comes home too late.
  private(set) var costAtHome: Cost?

  /// `nil` when a limit is broken; with `booked` it leaves for pick-ups only once they are booked.
  init?(
    _ stops: [PlannedStop], of vehicle: Vehicle, in service: Service, _ booked: [Request]?
  ) {
    // Boarding begins no earlier than this, put off until no ride is too long.
    var earliest = stops.map(\.earliest)
    repeat {
      guard let late = attempt(stops, earliest, vehicle, service, booked) else { return nil }
      guard let (stop, time) = late else { return }
      earliest[stop] = time
    } while true
  }

  /// `nil` when impossible; otherwise the boarding to put off, if there is one.
  private mutating func attempt(
    _ stops: [PlannedStop], _ earliest: [Instant], _ vehicle: Vehicle, _ service: Service,
    _ booked: [Request]?
  ) -> (stop: Int, until: Instant)?? {
    let (weights, times) = (service.weights, service.travelTimes)
    var (place, clock, cost) = (vehicle.start, vehicle.shift.opens, Cost(0))
    var boardings: [(stop: Int, begin: Instant, left: Instant)] = []
    var next = 0
    while next < stops.count {
      var end = next
      while end < stops.count && stops[end].place == stops[next].place { end += 1 }
      let here = next..<end
      if let booked, here.allSatisfy({ stops[$0].purpose == .pickup }) {
        let riders = booked.filter { request in
          here.contains { stops[$0].terms.request == request.id }
        }
        clock = riders.map(\.booked).min().map { max(clock, $0) } ?? clock
      }
      let leg = times.drive(from: place, to: stops[next].place, departing: clock)
      place = stops[next].place
      cost += leg.cost(at: weights.driving)
      let arrival = clock + leg
      var begin = arrival + service.rules.halt
      for k in here { begin = max(begin, earliest[k]) }
      clock = begin
      for k in here { clock += stops[k].terms.boarding }
      for k in here where stops[k].purpose == .dropoff {
        let terms = stops[k].terms
        guard
          let own = boardings.firstIndex(where: {
            stops[$0.stop].terms.request == terms.request
          })
        else { preconditionFailure("someone gets off who is not aboard") }
        let ride = arrival - boardings[own].left
        if arrival > terms.latestArrival { return nil }
        if ride > terms.rideLimit {
          return (boardings[own].stop, boardings[own].begin + (ride - terms.rideLimit))
        }
        cost += (ride - terms.direct).cost(at: weights.ride, riders: terms.riders)
        boardings.remove(at: own)
      }
      for k in here where stops[k].purpose == .pickup {
        let terms = stops[k].terms
        if begin > terms.latestBoarding { return nil }
        cost += (begin - terms.ready).cost(at: weights.wait, riders: terms.riders)
        cost += terms.walk.cost(at: weights.walk, riders: terms.riders)
        boardings.append((k, begin, clock))
      }
      guard vehicle.hasPlaces(for: boardings.map { stops[$0.stop].terms }) else { return nil }
      next = end
    }
    aboard = boardings.map { stops[$0.stop].terms }
    let home = vehicle.end.map { times.drive(from: place, to: $0, departing: clock) } ?? .zero
    if clock + home <= vehicle.shift.closes { costAtHome = cost + home.cost(at: weights.driving) }
    return .some(nil)
  }
}
