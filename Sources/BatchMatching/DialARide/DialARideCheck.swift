/// Whether routes keep every limit of a dial-a-ride problem, found apart from the search.
///
/// The times of service on a route are a system of difference constraints, solved by Bellman and Ford;
/// windows are those of the problem as it is stated.
struct DialARideCheck {
  let problem: DialARideProblem

  /// Rounding errors that break no limit.
  private static let tolerance = 1e-6

  /// Whether each request is served once and every route can be driven.
  func accepts(_ routes: [[Int]]) -> Bool {
    let served = routes.joined().sorted()
    return routes.count <= problem.vehicleCount
      && served == Array(1..<problem.locations.count - 1)
      && routes.allSatisfy { isOrdered($0) && keepsSeats($0) && keepsTimes($0) }
  }

  /// The length of all routes together.
  func distance(of routes: [[Int]]) -> Double {
    routes.filter { !$0.isEmpty }.reduce(0) { sum, route in
      let path = whole(route)
      return zip(path, path.dropFirst()).reduce(sum) {
        $0 + problem.locations[$1.0].distance(to: problem.locations[$1.1])
      }
    }
  }

  private func whole(_ route: [Int]) -> [Int] { [0] + route + [problem.locations.count - 1] }

  private func isOrdered(_ route: [Int]) -> Bool {
    route.enumerated().allSatisfy { position, node in
      node > problem.requestCount
        ? route[..<position].contains(node - problem.requestCount)
        : route[position...].contains(node + problem.requestCount)
    }
  }

  private func keepsSeats(_ route: [Int]) -> Bool {
    var taken = 0
    return route.allSatisfy { node in
      taken += problem.locations[node].load
      return taken <= problem.seats
    }
  }

  /// An edge says that the time at `to` is at most that at `from` plus `length`; vertex 0 is time zero.
  private struct Edge {
    let from, to: Int
    let length: Double
  }

  func keepsTimes(_ route: [Int]) -> Bool {
    let path = whole(route)
    var edges: [Edge] = []
    for (k, node) in path.enumerated() {
      let location = problem.locations[node]
      edges.append(Edge(from: 0, to: k + 1, length: location.closes))
      edges.append(Edge(from: k + 1, to: 0, length: -location.opens))
      guard k + 1 < path.count else { continue }
      let drive = location.distance(to: problem.locations[path[k + 1]])
      edges.append(Edge(from: k + 2, to: k + 1, length: -(location.service + drive)))
      if let off = path.firstIndex(of: node + problem.requestCount), node > 0,
        node <= problem.requestCount
      {
        edges.append(
          Edge(from: k + 1, to: off + 1, length: problem.longestRide + location.service))
      }
    }
    edges.append(Edge(from: 1, to: path.count, length: problem.longestRoute))
    return hasSolution(edges, vertexCount: path.count + 1)
  }

  /// Whether no cycle of edges is shorter than zero.
  private func hasSolution(_ edges: [Edge], vertexCount: Int) -> Bool {
    var distances = Array(repeating: 0.0, count: vertexCount)
    for _ in 0...vertexCount {
      var hasChanged = false
      for edge in edges
      where distances[edge.from] + edge.length < distances[edge.to] - Self.tolerance {
        distances[edge.to] = distances[edge.from] + edge.length
        hasChanged = true
      }
      if !hasChanged { return true }
    }
    return false
  }
}
