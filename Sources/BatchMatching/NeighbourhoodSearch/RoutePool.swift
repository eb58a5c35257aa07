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

  /// Takes a route in where it is the cheapest; `false` where it was offered before, which is passed
  /// over at once.
  @discardableResult
  mutating func offer(_ route: Route, kind: Int, requests: @autoclosure () -> [Int]) -> Bool {
    guard seen.insert(Self.key(of: route, kind: kind)).inserted else { return false }
    let requests = requests().sorted()
    let key = Key(kind: kind, requests: requests)
    let entry = Entry(route: route, kind: kind, requests: requests)
    if let position = positions[key] {
      if route.cost < entries[position].route.cost { entries[position] = entry }
    } else {
      positions[key] = entries.count
      entries.append(entry)
    }
    return true
  }

  /// Forgets the others, as if they had never been offered.
  mutating func keep(where isKept: (Entry) -> Bool) {
    let old = entries
    entries.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    for entry in old {
      if isKept(entry) {
        positions[Key(kind: entry.kind, requests: entry.requests)] = entries.count
        entries.append(entry)
      } else {
        seen.remove(Self.key(of: entry.route, kind: entry.kind))
      }
    }
  }

  private static func key(of route: Route, kind: Int) -> UInt64 {
    route.key ^ (UInt64(kind) &* 0x9E37_79B9_7F4A_7C15)
  }
}
