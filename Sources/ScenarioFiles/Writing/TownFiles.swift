public import Foundation
import Mobility
import RoadNetwork
public import ScenarioModel

/// The tables of a synthetic town as a scenario reads them.
public struct TownFiles: Hashable, Sendable {
  public let nodes: Data
  public let roads: Data
  public let stops: Data

  /// The same specification gives the same bytes on every machine.
  public init(_ specification: TownSpecification) {
    let town = SyntheticTown(specification.plan, rules: specification.rules)
    self.init(
      town, stops: town.stops(for: specification.plan, rules: specification.rules.siting))
  }

  public init(_ town: SyntheticTown, stops: [SitedStop]) {
    nodes = NetworkTables.nodes(town.coordinates, cells: Self.cells)
    roads = NetworkTables.roads(town.roads)
    var table = TableWriter([
      "key", "name", "name_latin", "latitude_deg", "longitude_deg", "kind", "status",
    ])
    for stop in stops {
      table.add(
        [stop.key, stop.name, stop.latinName] + Self.cells(town.coordinates[stop.node])
          + [stop.kind, "synthetic"])
    }
    self.stops = table.bytes
  }

  public static let names = ["nodes.csv", "roads.csv", "stops.csv"]

  /// Writes the files of these names; others in the folder stay.
  public func write(
    to folder: String, replacing: FileSet.Replacing = .nothing
  ) throws(InputErrors) {
    try FileSet.write(
      zip(Self.names, [nodes, roads, stops]).map { (name: $0, bytes: $1) }, into: folder,
      replacing: replacing)
  }

  /// In degrees with six decimals, from whole millionths.
  private static func cells(_ coordinate: Coordinate) -> [String] {
    [coordinate.latitude, coordinate.longitude].map { degrees in
      let millionths = Int((degrees * 1e6).rounded())
      let fraction = String(abs(millionths) % 1_000_000)
      let zeros = String(repeating: "0", count: 6 - fraction.count)
      return "\(millionths < 0 ? "-" : "")\(abs(millionths) / 1_000_000).\(zeros)\(fraction)"
    }
  }
}
