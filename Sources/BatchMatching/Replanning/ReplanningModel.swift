import Dispatching
import Mobility
import RoadNetwork

/// One moment of dispatching as the large-neighbourhood search sees it.
///
/// Its requests are the open ones and those that are promised and not yet bound to a vehicle; what
/// else a vehicle has to do stays in its route.
struct ReplanningModel: RoutingModel {
  struct Insertion: SearchInsertion {
    let insertion: Dispatching.Insertion
    var increase: Double { Double(insertion.cost) }
  }

  let epoch: EpochProblem
  private let bare: [ReplannedRoute]
  /// By request, where it was asked for.
  private var neighbours: [[Int]?]
  private let price: Double
  /// Position among the requests of the search; looked up only.
  private let positions: [RequestID: Int]
  private var search: InsertionSearch
  /// The best insertion into a route, by both; looked up only.
  private var known: [UInt64: Insertion?] = [:]
  /// Steps besides the pairs of positions that were looked at.
  private var otherWork = 0

  /// What a pair of positions takes, and what a stop of a schedule does that is made anew.
  private static let stepsOfAPair = 10
  private static let stepsOfAStop = 30

  init(_ epoch: EpochProblem) {
    self.epoch = epoch
    var positions: [RequestID: Int] = [:]
    for (position, choices) in epoch.candidates.enumerated() {
      if let terms = choices.first { positions[terms.request] = position }
    }
    self.positions = positions
    bare = epoch.fleet.enumerated().map { vehicle, state in
      let stops = state.schedule.stops.filter { positions[$0.terms.request] == nil }
      return ReplannedRoute(vehicle, state.following(ContiguousArray(stops), in: epoch.service))
    }
    neighbours = epoch.candidates.map { _ in nil }
    price = Double(epoch.mostCost + 1)
    search = InsertionSearch(service: epoch.service)
  }

  var requestCount: Int { epoch.candidates.count }
  var vehicleCount: Int { epoch.fleet.count }
  /// Pairs of positions looked at.
  var tried: Int { search.tried }
  var work: Int { otherWork + Self.stepsOfAPair * search.tried }

  func kind(ofVehicle vehicle: Int) -> Int { vehicle }

  /// A rider is worth more than any detour, and a promise more than any rider.
  func penalty(of request: Int) -> Double {
    request < epoch.openCount
      ? price * Double(epoch.open[request].riders)
      : price * Double(1 + epoch.open.reduce(0) { $0 + $1.riders })
  }

  func emptyRoute(of vehicle: Int) -> ReplannedRoute { bare[vehicle] }

  func requests(of route: ReplannedRoute) -> [Int] {
    route.state.schedule.stops.compactMap {
      $0.purpose == .pickup ? positions[$0.terms.request] : nil
    }
  }

  mutating func insertion(of request: Int, into route: ReplannedRoute) -> Insertion? {
    let key = route.key(with: request)
    if let known = known[key] { return known }
    let found = search(for: request, in: route)
    known[key] = .some(found)
    return found
  }

  private mutating func search(for request: Int, in route: ReplannedRoute) -> Insertion? {
    otherWork += Self.stepsOfAStop * (1 + route.state.schedule.stops.count)
    var best: Dispatching.Insertion?
    for terms in epoch.candidates[request] {
      let found = search.bestInsertion(
        of: terms, into: route.state, costingAtMost: best?.cost ?? .max)
      // The nearer places, which come first, win ties.
      if let found, found.cost < best?.cost ?? .max { best = found }
    }
    return best.map(Insertion.init)
  }

  mutating func inserting(
    _ request: Int, at insertion: Insertion, into route: ReplannedRoute
  ) -> ReplannedRoute {
    let settled = insertion.insertion.settled(by: epoch.service.rules)
    let stops = settled.inserted(into: route.state.schedule.stops)
    otherWork += Self.stepsOfAStop * stops.count
    return ReplannedRoute(route.vehicle, route.state.following(stops, in: epoch.service))
  }

  /// Without the others as well where a vehicle that is early would have somebody ride too long.
  mutating func removing(_ requests: [Int], from route: ReplannedRoute) -> ReplannedRoute {
    otherWork += Self.stepsOfAStop * route.state.schedule.stops.count
    let stops = route.state.schedule.stops.filter { stop in
      positions[stop.terms.request].map { !requests.contains($0) } ?? true
    }
    let state = route.state.following(ContiguousArray(stops), in: epoch.service)
    return state.schedule.isFeasible ? ReplannedRoute(route.vehicle, state) : bare[route.vehicle]
  }

  mutating func saving(by request: Int, in route: ReplannedRoute) -> Double {
    route.cost - removing([request], from: route).cost
  }

  mutating func related(to request: Int) -> [Int] {
    if let known = neighbours[request] { return known }
    let found = neighbours(of: request)
    neighbours[request] = found
    otherWork += Self.stepsOfAPair * found.count
    return found
  }

  /// Alike are requests whose places are near and whose riders are ready at about the same time.
  private func neighbours(of request: Int) -> [Int] {
    let terms = epoch.candidates.map(\.first)
    let travelTimes = epoch.service.travelTimes
    func difference(_ a: Terms, _ b: Terms) -> Int {
      let pickups = travelTimes.drive(from: a.pickup, to: b.pickup, departing: a.ready)
      let dropoffs = travelTimes.drive(from: a.dropoff, to: b.dropoff, departing: a.ready)
      let apart = max(a.ready - b.ready, b.ready - a.ready)
      return Int((pickups + dropoffs).milliseconds) + Int(apart.milliseconds) / 2
    }
    let ranked = terms.indices.filter { $0 != request }.map { other -> (Int, Int) in
      guard let a = terms[request], let b = terms[other] else { return (Int.max, other) }
      return (difference(a, b), other)
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
  }
}
