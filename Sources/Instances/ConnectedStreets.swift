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
}
