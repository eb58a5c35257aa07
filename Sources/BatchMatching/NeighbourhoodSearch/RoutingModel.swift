import Mobility

/// A routing problem as the large-neighbourhood search sees it: routes of vehicles, requests that go
/// in and out of them, and what that costs.
///
/// Requests and vehicles are numbered from 0. Costs may be whole numbers: below 2^53 they stay exact.
protocol RoutingModel {
  associatedtype Route: SearchRoute
  associatedtype Insertion: SearchInsertion

  var requestCount: Int { get }
  var vehicleCount: Int { get }
  /// Steps that it took so far, the same on every machine.
  var work: Int { get }
  /// The kind of each vehicle, numbered from 0; vehicles of one kind can swap routes.
  func kind(ofVehicle vehicle: Int) -> Int
  /// The cost of leaving a request out.
  func penalty(of request: Int) -> Double

  /// The route of a vehicle without the requests of the search.
  func emptyRoute(of vehicle: Int) -> Route
  func requests(of route: Route) -> [Int]
  /// The least increase of cost that the request can go in for; `nil` when it cannot.
  mutating func insertion(of request: Int, into route: Route) -> Insertion?
  /// The same, but `nil` unless it is below the limit.
  mutating func insertion(of request: Int, into route: Route, below limit: Double) -> Insertion?
  mutating func inserting(_ request: Int, at insertion: Insertion, into route: Route) -> Route
  /// The route without the requests, and without any others that it cannot serve without them.
  mutating func removing(_ requests: [Int], from route: Route) -> Route
  /// What the route costs less without the request.
  mutating func saving(by request: Int, in route: Route) -> Double
  /// The other requests, the most alike first: near in place and time.
  mutating func related(to request: Int) -> [Int]
}

protocol SearchRoute {
  var cost: Double { get }
  /// The same for equal routes, and as good as never for others.
  var key: UInt64 { get }
}

extension SearchRoute {
  static func mix(_ bits: UInt64) -> UInt64 { CounterRandom(seed: bits).bits }

  /// For what is known of a request and this route.
  func key(with request: Int) -> UInt64 { Self.mix(key ^ UInt64(request + 1) << 32) }
}

protocol SearchInsertion {
  var increase: Double { get }
}

extension RoutingModel {
  mutating func insertion(of request: Int, into route: Route, below limit: Double) -> Insertion? {
    insertion(of: request, into: route).flatMap { $0.increase < limit ? $0 : nil }
  }
}
