import Importers
import Mobility
import RoadNetwork
import ScenarioFiles

extension RoadNetwork {
  /// A network on which every node reaches every other; reports at the table of edges where one
  /// does not.
  static func connected(
    _ coordinates: [Coordinate], by roads: [Road], from edges: String, _ findings: Findings
  ) -> RoadNetwork? {
    let arcs = roads.map { (tail: Int32($0.tail.index), head: Int32($0.head.index)) }
    let strong = StrongComponents(vertexCount: coordinates.count, arcs: arcs)
    if let apart = strong.isInLargest.firstIndex(of: false), coordinates.count > 1 {
      findings.add(
        at: .file(edges), "",
        "expected streets from every node to every other, found none from or to node \(apart)")
      return nil
    }
    return RoadNetwork(coordinates: Column(coordinates), roads: roads)
  }

  /// Drives of twice as long are still safe to add to the times of a benchmark's two days.
  private static let farthest = TimeSpan.hours(48)

  /// What is wrong with a connected network on which drives are too long to be planned with.
  var tooLongDrive: String? {
    guard nodeCount > 0 else { return nil }
    let first = NodeID(0)
    let back = RoadNetwork(
      coordinates: coordinates,
      roads: coordinates.ids.lazy.flatMap { tail in
        edges(from: tail).map { edge in
          Road(
            from: head[edge], to: tail, duration: duration[edge], length: length[edge],
            roadClass: roadClass[edge])
        }
      })
    for (network, way) in [(self, "from"), (back, "to")] {
      let paths = ShortestPaths(from: first, in: network)
      let far = coordinates.ids.first { paths.duration[$0].map { $0 > Self.farthest } ?? true }
      if let far {
        return
          "expected drives of at most \(Quantity.text(Self.farthest)) \(way) node 0, found a longer "
          + "one with node \(far.index)"
      }
    }
    return nil
  }
}
