import Mobility
import RoadNetwork
import TestSupport

/// A handful of nodes with one-way streets of few different times and lengths.
///
/// Hence there are many ties, some of them in metres too, parallel roads, roads back to where they
/// began, and parts that do not reach each other.
struct RandomRoads {
  let network: RoadNetwork
  var nodes: [NodeID] { Array(network.coordinates.ids) }

  init(seed: Int) {
    var numbers = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...16, using: &numbers)
    let roadCount = Int.random(in: 0...4 * count, using: &numbers)
    let roads = (0..<roadCount).map { _ in
      RoadNetwork.Road(
        from: NodeID(.random(in: 0..<count, using: &numbers)),
        to: NodeID(.random(in: 0..<count, using: &numbers)),
        duration: .seconds(.random(in: 1...4, using: &numbers)),
        length: Meters(10 * .random(in: 0...3, using: &numbers)), roadClass: .local)
    }
    let points = (0..<count).map { Coordinate(latitude: 0, longitude: Double($0)) }
    network = RoadNetwork(coordinates: Column(points), roads: roads)
  }

  /// The least (time, metres) between all pairs by Floyd's and Warshall's algorithm; row = origin.
  var leastWeights: [[PathWeight]] {
    var least = nodes.map { from in nodes.map { $0 == from ? PathWeight.zero : .none } }
    for from in nodes {
      for edge in network.edges(from: from) {
        let weight = PathWeight(duration: network.duration[edge], length: network.length[edge])
        let to = network.head[edge].index
        least[from.index][to] = min(least[from.index][to], weight)
      }
    }
    for k in nodes.indices {
      for i in nodes.indices where least[i][k] < .none {
        for j in nodes.indices { least[i][j] = min(least[i][j], least[i][k] + least[k][j]) }
      }
    }
    return least
  }

  /// Of all paths of the least weight, the one whose first edges have the highest ids; all are tried.
  func canonicalPath(
    from origin: NodeID, to destination: NodeID, _ least: [[PathWeight]]
  ) -> [EdgeID]? {
    func best(_ node: NodeID, _ path: [EdgeID], _ rest: PathWeight) -> [[EdgeID]] {
      if node == destination { return [path] }
      return network.edges(from: node).flatMap { edge -> [[EdgeID]] in
        let weight = PathWeight(duration: network.duration[edge], length: network.length[edge])
        let onward = least[network.head[edge].index][destination.index]
        guard onward < .none, weight + onward == rest else { return [] }
        return best(network.head[edge], path + [edge], onward)
      }
    }
    let all = best(origin, [], least[origin.index][destination.index])
    return all.max { $0.lexicographicallyPrecedes($1) }
  }

  /// A place at each node.
  var places: Column<Place, Place> {
    Column(nodes.map { Place(node: $0, coordinate: network.coordinates[$0]) })
  }
}

extension RoadNetwork {
  /// The weight of edges that lead from one node to another; `nil` where they do not.
  func weight(of path: [EdgeID], from origin: NodeID, to destination: NodeID) -> PathWeight? {
    var node = origin
    var weight = PathWeight.zero
    for edge in path {
      guard edges(from: node).contains(edge), tail(of: edge) == node else { return nil }
      weight = weight + PathWeight(duration: duration[edge], length: length[edge])
      node = head[edge]
    }
    return node == destination ? weight : nil
  }
}
