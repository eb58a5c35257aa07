/// A dial-a-ride problem as the large-neighbourhood search sees it.
struct DialARideModel: RoutingModel {
  struct Insertion: SearchInsertion {
    var increase: Double
    /// How many nodes of the route come before the pickup.
    var pickup: Int
    /// How many nodes of the route come before the dropoff.
    var dropoff: Int
  }

  let tables: DialARideTables
  private let neighbours: [[Int]]
  private let penalty: Double
  private var search: InsertionPositions
  private var cache: InsertionCache

  init(_ tables: DialARideTables) {
    self.tables = tables
    neighbours = Self.neighbours(tables)
    penalty = (1...tables.requestCount).reduce(1) { sum, pickup in
      let dropoff = tables.dropoff(of: pickup)
      return sum + tables.distance(0, pickup) + tables.distance(pickup, dropoff)
        + tables.distance(dropoff, tables.end)
    }
    search = InsertionPositions(tables)
    cache = InsertionCache()
  }

  var requestCount: Int { tables.requestCount }
  var vehicleCount: Int { tables.vehicleCount }
  var work: Int { search.work }

  func kind(ofVehicle vehicle: Int) -> Int { 0 }

  /// As much as a vehicle for each request would cost: leaving one out never pays.
  func penalty(of request: Int) -> Double { penalty }

  func emptyRoute(of vehicle: Int) -> DialARideRoute { DialARideRoute([], in: tables) }

  func requests(of route: DialARideRoute) -> [Int] {
    route.nodes.lazy.filter { tables.isPickup($0) }.map { $0 - 1 }
  }

  mutating func insertion(of request: Int, into route: DialARideRoute) -> Insertion? {
    let key = route.key(with: request)
    switch cache[key] {
    case .unknown:
      let found = search.best(for: request + 1, in: route, below: .infinity, tables)
      cache.keep(found, for: key)
      return found
    case .known(let insertion): return insertion
    }
  }

  mutating func insertion(
    of request: Int, into route: DialARideRoute, below limit: Double
  ) -> Insertion? {
    search.best(for: request + 1, in: route, below: limit, tables)
  }

  func inserting(
    _ request: Int, at insertion: Insertion, into route: DialARideRoute
  ) -> DialARideRoute {
    var nodes = route.nodes
    nodes.insert(tables.dropoff(of: request + 1), at: insertion.dropoff)
    nodes.insert(request + 1, at: insertion.pickup)
    return DialARideRoute(nodes, in: tables)
  }

  func removing(_ requests: [Int], from route: DialARideRoute) -> DialARideRoute {
    let leaving = requests.flatMap { [$0 + 1, tables.dropoff(of: $0 + 1)] }
    return DialARideRoute(route.nodes.filter { !leaving.contains($0) }, in: tables)
  }

  func saving(by request: Int, in route: DialARideRoute) -> Double {
    let (pickup, dropoff) = (request + 1, tables.dropoff(of: request + 1))
    var rest = 0.0
    var last = 0
    for node in route.nodes where node != pickup && node != dropoff {
      rest += tables.distance(last, node)
      last = node
    }
    return route.cost - (last == 0 ? 0 : rest + tables.distance(last, tables.end))
  }

  func related(to request: Int) -> [Int] { neighbours[request] }

  /// Alike are requests whose places are near and whose windows are close.
  private static func neighbours(_ tables: DialARideTables) -> [[Int]] {
    func middle(_ node: Int) -> Double { (tables.opens[node] + tables.closes[node]) / 2 }
    let all = 1...tables.requestCount
    return all.map { a in
      let aOff = tables.dropoff(of: a)
      let ranked = all.filter { $0 != a }.map { b -> (difference: Double, request: Int) in
        let bOff = tables.dropoff(of: b)
        let places = tables.distance(a, b) + tables.distance(aOff, bOff)
        let times = abs(middle(a) - middle(b)) + abs(middle(aOff) - middle(bOff))
        return (places + 0.3 * times, b - 1)
      }
      return ranked.sorted { ($0.difference, $0.request) < ($1.difference, $1.request) }
        .map(\.request)
    }
  }
}
