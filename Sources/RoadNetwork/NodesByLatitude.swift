public import Mobility

/// The nodes of a network from south to north, to find those near a point without looking at all.
public struct NodesByLatitude: Sendable {
  private let coordinates: Column<Node, Coordinate>
  private let nodes: [NodeID]

  public init(_ network: RoadNetwork) {
    let coordinates = network.coordinates
    self.coordinates = coordinates
    nodes = coordinates.ids.sorted {
      (coordinates[$0].latitude, $0) < (coordinates[$1].latitude, $1)
    }
  }

  /// All nodes at the point of the nearest one, in order: a junction stands in the network more than
  /// once where turns are forbidden or a barrier keeps roads apart.
  ///
  /// Of two points as near, that of the first node counts; empty when there is no node.
  public func junction(nearestTo point: Coordinate) -> [NodeID] {
    let nearest = allNearest(to: point)
    return nearest.filter { coordinates[$0] == coordinates[nearest[0]] }
  }

  /// All nodes at the point of this one, in order.
  public func junction(of node: NodeID) -> [NodeID] { junction(nearestTo: coordinates[node]) }

  /// The nearest node, the first of those as near; `nil` when there is no node.
  public func nearest(to point: Coordinate) -> NodeID? { allNearest(to: point).first }

  /// All nodes that are as near as the nearest one, in order.
  public func allNearest(to point: Coordinate) -> [NodeID] {
    func north(_ position: Int) -> Double {
      (coordinates[nodes[position]].latitude - point.latitude) * FlatEarth.metersPerDegree
    }
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if north(middle) < 0 { low = middle + 1 } else { high = middle }
    }
    var best = Double.infinity
    var nearest: [NodeID] = []
    /// Whether nodes farther on can still be as near.
    func look(at position: Int) -> Bool {
      guard north(position) * north(position) <= best else { return false }
      let node = nodes[position]
      let distance = FlatEarth.squaredDistance(coordinates[node], point)
      if distance < best {
        best = distance
        nearest = [node]
      } else if distance == best {
        nearest.append(node)
      }
      return true
    }
    var (below, above) = (low - 1, low)
    // Both ways at once: the nearest is soon found, and ends both.
    var (goesSouth, goesNorth) = (true, true)
    while goesSouth || goesNorth {
      if goesSouth {
        goesSouth = below >= 0 && look(at: below)
        below -= 1
      }
      if goesNorth {
        goesNorth = above < nodes.count && look(at: above)
        above += 1
      }
    }
    return nearest.sorted()
  }
}
