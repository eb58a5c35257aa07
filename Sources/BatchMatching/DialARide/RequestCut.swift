/// At most one route of a solution serves two or more of three requests.
///
/// Valid for every solution, and often broken by fractions of routes.
/// - SeeAlso: Jepsen, Petersen, Spoorendonk, Pisinger (2008), "Subset-row inequalities applied to the
///   vehicle-routing problem with time windows", Operations Research 56(2), 497–511,
///   doi:10.1287/opre.1070.0449.
struct RequestCut: Hashable {
  /// Pickup nodes in ascending order.
  let requests: [Int]

  /// How often a route counts in the cut.
  func coefficient(of route: DialARideRoute) -> Int {
    route.nodes.count { requests.contains($0) } / 2
  }

  /// The cuts that a solution of the relaxation breaks most, by how much and then by their requests.
  static func broken(
    by solution: [(route: DialARideRoute, value: Double)], requestCount: Int, most: Int
  ) -> [RequestCut] {
    // How much of the routes serves both of two requests.
    let stride = requestCount + 1
    var pairs = [Double](repeating: 0, count: stride * stride)
    let served = solution.map { entry in entry.route.nodes.filter { $0 <= requestCount }.sorted() }
    for (pickups, entry) in zip(served, solution) {
      for a in pickups {
        for b in pickups { pairs[a * stride + b] += entry.value }
      }
    }
    var triples = [Double](repeating: 0, count: requestCount + 1)
    var found: [(excess: Double, cut: RequestCut)] = []
    guard requestCount >= 3 else { return [] }
    for a in 1...requestCount - 2 {
      for b in a + 1...requestCount - 1 {
        let ab = pairs[a * stride + b]
        for c in triples.indices { triples[c] = 0 }
        for (pickups, entry) in zip(served, solution)
        where ab > 0 && pickups.contains(a) && pickups.contains(b) {
          for c in pickups { triples[c] += entry.value }
        }
        for c in b + 1...requestCount {
          // A route with all three is in each of the pairs.
          let excess = ab + pairs[a * stride + c] + pairs[b * stride + c] - 2 * triples[c] - 1
          if excess > least { found.append((excess, RequestCut(requests: [a, b, c]))) }
        }
      }
    }
    found.sort {
      $0.excess != $1.excess
        ? $0.excess > $1.excess : $0.cut.requests.lexicographicallyPrecedes($1.cut.requests)
    }
    var uses = [Int](repeating: 0, count: requestCount + 1)
    var chosen: [RequestCut] = []
    for (_, cut) in found where chosen.count < most {
      guard cut.requests.allSatisfy({ uses[$0] < mostUses }) else { continue }
      for request in cut.requests { uses[request] += 1 }
      chosen.append(cut)
    }
    return chosen
  }

  /// Cuts broken by less change little.
  private static var least: Double { 0.05 }
  /// How many new cuts one request may be in.
  private static var mostUses: Int { 4 }
}
