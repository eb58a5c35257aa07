import Mobility
import RoadNetwork

/// Fastest routes between points, each put on the node nearest to it.
///
/// A junction that stands more than once, because of turn restrictions, is one place here.
struct NetworkRoutes {
  let network: RoadNetwork
  private let nodes: NodesByLatitude
  /// The edges that enter each node, with their tails.
  private let entering: [[(edge: EdgeID, tail: NodeID)]]

  struct Route {
    let nodes: [NodeID]
    let edges: [EdgeID]
    let duration: TimeSpan
    let length: Meters
  }

  init(_ network: RoadNetwork) {
    self.network = network
    nodes = NodesByLatitude(network)
    var entering = [[(edge: EdgeID, tail: NodeID)]](repeating: [], count: network.nodeCount)
    for tail in network.coordinates.ids {
      for edge in network.edges(from: tail) {
        entering[network.head[edge].index].append((edge, tail))
      }
    }
    self.entering = entering
  }

  /// All nodes at the point of the nearest one, in order.
  func nodes(nearestTo point: Coordinate) -> [NodeID] {
    nodes.junction(nearestTo: point)
  }

  func paths(from origins: [NodeID]) -> [ShortestPaths] {
    origins.map { ShortestPaths(from: $0, in: network) }
  }

  /// The time and length of the fastest route; `nil` when there is none.
  func best(
    _ paths: [ShortestPaths], to destinations: [NodeID]
  ) -> (duration: TimeSpan, length: Meters, search: Int, node: NodeID)? {
    var best: (duration: TimeSpan, length: Meters, search: Int, node: NodeID)?
    for (search, paths) in paths.enumerated() {
      for node in destinations {
        guard let duration = paths.duration[node] else { continue }
        let length = paths.length[node]
        if let best, (best.duration, best.length) <= (duration, length) { continue }
        best = (duration, length, search, node)
      }
    }
    return best
  }

  func route(from origins: [NodeID], to destinations: [NodeID]) -> Route? {
    let searches = paths(from: origins)
    guard let best = best(searches, to: destinations) else { return nil }
    let paths = searches[best.search]
    var nodes = [best.node]
    var edges: [EdgeID] = []
    // Back along edges whose time and length add up: whole numbers leave no doubt.
    while let node = nodes.last, node != origins[best.search] {
      let step = entering[node.index].first { edge, tail in
        paths.duration[tail].map { $0 + network.duration[edge] } == paths.duration[node]
          && paths.length[tail] + network.length[edge] == paths.length[node]
      }
      guard let step else { preconditionFailure("a node was reached from nowhere") }
      nodes.append(step.tail)
      edges.append(step.edge)
    }
    return Route(
      nodes: nodes.reversed(), edges: edges.reversed(), duration: best.duration,
      length: best.length)
  }
}
