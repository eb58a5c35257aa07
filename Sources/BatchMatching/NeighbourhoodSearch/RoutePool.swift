/// The routes that a search has visited: the cheapest for each kind of vehicle and set of requests.
struct RoutePool<Route: SearchRoute> {
  struct Entry {
    let route: Route
    let kind: Int
    /// In ascending order.
    let requests: [Int]
  }

  private(set) var entries: [Entry] = []
  /// Positions in `entries`; looked up only, so that its order reaches no result.
  private var positions: [Key: Int] = [:]
  private var seen: Set<UInt64> = []

  private struct Key: Hashable {
    let kind: Int
    let requests: [Int]
  }

  /// Whether the route is new here; one that was offered before is passed over at once.
  mutating func isNew(_ route: Route, kind: Int) -> Bool {
    seen.insert(route.key ^ (UInt64(kind) &* 0x9E37_79B9_7F4A_7C15)).inserted
  }

  mutating func add(_ route: Route, kind: Int, requests: [Int]) {
    let requests = requests.sorted()
    let key = Key(kind: kind, requests: requests)
    let entry = Entry(route: route, kind: kind, requests: requests)
    if let position = positions[key] {
      if route.cost < entries[position].route.cost { entries[position] = entry }
    } else {
      positions[key] = entries.count
      entries.append(entry)
    }
  }
}
