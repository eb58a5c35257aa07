import Foundation
import Mobility
import RoadNetwork

/// A road network as the two tables that scenarios, towns and result folders share.
enum NetworkTables {
  static let nodeColumns = ["node", "latitude_deg", "longitude_deg"]
  static let roadColumns = ["from", "to", "duration_ms", "length_m", "class"]

  /// `cells` spells a coordinate: as exactly as it is meant.
  static func nodes(
    _ coordinates: Column<Node, Coordinate>, cells: (Coordinate) -> [String]
  ) -> Data {
    var table = TableWriter(nodeColumns)
    for node in coordinates.ids { table.add(["\(node.index)"] + cells(coordinates[node])) }
    return table.bytes
  }

  static func roads(_ roads: some Sequence<RoadNetwork.Road>) -> Data {
    var table = TableWriter(roadColumns)
    for road in roads {
      table.add([
        "\(road.tail.index)", "\(road.head.index)", "\(road.duration.milliseconds)",
        "\(road.length.count)", road.roadClass.rawValue,
      ])
    }
    return table.bytes
  }
}
