import Foundation
public import Mobility
public import RoadNetwork

/// A folder with a road network: `nodes.csv` and `roads.csv`, as scenarios name them.
public struct NetworkFolder: Sendable {
  public let path: String
  public let network: RoadNetwork
  /// What `nodes.csv` calls each node.
  public let keys: Column<Node, String>

  private static let nodeLayout = Table.Layout(required: ["node", "latitude_deg", "longitude_deg"])
  private static let roadLayout = Table.Layout(
    required: ["from", "to", "duration_ms", "length_m", "class"])

  public init(reading path: String) throws(InputErrors) {
    let findings = Findings()
    let origin = Origin.file(path)
    func table(_ name: String, _ layout: Table.Layout) -> Table? {
      Table(
        FilePath.join(path, name), named: origin, field: "", layout: layout, findings: findings)
    }
    let nodes = table("nodes.csv", Self.nodeLayout)
    let roads = table("roads.csv", Self.roadLayout)
    let section = nodes.flatMap { nodes in roads.flatMap { NetworkSection(nodes: nodes, roads: $0) }
    }
    try findings.check()
    guard let section, let nodes else { preconditionFailure("a problem was not reported") }
    self.path = path
    network = section.network
    keys = Column(nodes.rows.map { $0["node"] })
  }

  /// SHA-256 of the network as numbers, whatever nodes are called and however a table is written.
  public var digest: String {
    var digest = SHA256()
    func update(_ numbers: some Sequence<Int32>) {
      var bytes = Data()
      for number in numbers {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
      }
      digest.update(bytes)
    }
    // To the ten-millionth of a degree: what tables hold.
    update([Int32(network.nodeCount), Int32(network.edgeCount)])
    update(network.coordinates.values.map { Int32(($0.latitude * 1e7).rounded()) })
    update(network.coordinates.values.map { Int32(($0.longitude * 1e7).rounded()) })
    update(network.firstOut)
    update(network.head.values.map { Int32($0.rawValue) })
    update(network.duration.values.map { $0.milliseconds })
    update(network.length.values.map { $0.count })
    update(
      network.roadClass.values.map { Int32(RoadClass.allCases.firstIndex(of: $0) ?? 0) })
    return digest.hexadecimal
  }
}
