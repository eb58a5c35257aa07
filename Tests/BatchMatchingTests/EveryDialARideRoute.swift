import BatchMatching

/// Solves small dial-a-ride problems by trying every route: slow, and shares no code with the solver.
struct EveryDialARideRoute {
  let problem: DialARideProblem
  /// The least distance of a route that serves each set of requests, a bit for each.
  private var routes: [Double]

  init(_ problem: DialARideProblem) {
    self.problem = problem
    routes = Array(repeating: .infinity, count: 1 << problem.requestCount)
    routes[0] = 0
    extend([0], served: 0, length: 0)
  }

  /// The least distance that serves everyone; `nil` where nothing does.
  var optimum: Double? {
    var best = routes
    for _ in 1..<max(1, problem.vehicleCount) {
      best = best.indices.map { set in
        best.indices.filter { $0 & ~set == 0 }.map { best[$0] + routes[set & ~$0] }.min() ?? 0
      }
    }
    return best.last.flatMap { $0.isFinite ? $0 : nil }
  }

  private mutating func extend(_ path: [Int], served: Int, length: Double) {
    let count = problem.requestCount
    let load = path.reduce(0) { $0 + problem.locations[$1].load }
    for node in 1...2 * count where !path.contains(node) {
      let isPickup = node <= count
      guard isPickup ? load < problem.seats : path.contains(node - count),
        load + problem.locations[node].load <= problem.seats
      else { continue }
      let next = path + [node]
      guard hasTimes(next) else { continue }
      let longer = length + distance(path[path.count - 1], node)
      let set = isPickup ? served | 1 << (node - 1) : served
      extend(next, served: set, length: longer)
      let isOver = next.allSatisfy { $0 == 0 || $0 > count || next.contains($0 + count) }
      if isOver, hasTimes(next + [2 * count + 1]) {
        routes[set] = min(routes[set], longer + distance(node, 2 * count + 1))
      }
    }
  }

  private func distance(_ a: Int, _ b: Int) -> Double {
    let (from, to) = (problem.locations[a], problem.locations[b])
    return ((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y)).squareRoot()
  }

  /// Whether times of service exist: starting from the earliest, each that is too early moves up.
  private func hasTimes(_ path: [Int]) -> Bool {
    var times = path.map { problem.locations[$0].opens }
    for _ in 0...path.count {
      var hasMoved = false
      func raise(_ position: Int, to least: Double) {
        if least > times[position] + 1e-9 {
          times[position] = least
          hasMoved = true
        }
      }
      for k in 1..<path.count {
        let before = problem.locations[path[k - 1]]
        raise(k, to: times[k - 1] + before.service + distance(path[k - 1], path[k]))
        if path[k] == problem.locations.count - 1 {
          raise(0, to: times[k] - problem.longestRoute)
        } else if path[k] > problem.requestCount,
          let pickup = path.firstIndex(of: path[k] - problem.requestCount)
        {
          let service = problem.locations[path[pickup]].service
          raise(pickup, to: times[k] - problem.longestRide - service)
        }
      }
      if zip(path, times).contains(where: { $1 > problem.locations[$0].closes + 1e-7 }) {
        return false
      }
      if !hasMoved { return true }
    }
    return false
  }
}
