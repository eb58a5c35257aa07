import Foundation
import Mobility
import RoadNetwork
public import ScenarioModel

/// The tables of a synthetic town as a scenario reads them.
public struct TownFiles: Hashable, Sendable {
  public let nodes: String
  public let roads: String
  public let stops: String

  /// The same specification gives the same bytes on every machine.
  public init(_ specification: TownSpecification) {
    let town = SyntheticTown(specification.plan, rules: specification.rules)
    self.init(
      town, stops: town.stops(for: specification.plan, rules: specification.rules.siting))
  }

  public init(_ town: SyntheticTown, stops: [SitedStop]) {
    nodes = Self.table(
      "node,latitude_deg,longitude_deg",
      town.coordinates.ids.map { [String($0.index)] + Self.fields(town.coordinates[$0]) })
    roads = Self.table(
      "from,to,duration_ms,length_m,class",
      town.roads.map {
        [
          String($0.tail.index), String($0.head.index), String($0.duration.milliseconds),
          String($0.length.count), $0.roadClass.rawValue,
        ]
      })
    self.stops = Self.table(
      "key,name,name_latin,latitude_deg,longitude_deg,kind,status",
      stops.map {
        [$0.key, Self.quoted($0.name), Self.quoted($0.latinName)]
          + Self.fields(town.coordinates[$0.node]) + [$0.kind, "synthetic"]
      })
  }

  /// Writes `nodes.csv`, `roads.csv` and `stops.csv`.
  public func write(to folder: String) throws {
    let folder = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [("nodes", nodes), ("roads", roads), ("stops", stops)] {
      try Data(text.utf8).write(to: folder.appendingPathComponent("\(name).csv"))
    }
  }

  private static func table(_ heading: String, _ rows: [[String]]) -> String {
    ([heading] + rows.map { $0.joined(separator: ",") }).map { $0 + "\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// In degrees with six decimals, from whole millionths.
  private static func fields(_ coordinate: Coordinate) -> [String] {
    [coordinate.latitude, coordinate.longitude].map { degrees in
      let millionths = Int((degrees * 1e6).rounded())
      let fraction = String(abs(millionths) % 1_000_000)
      let zeros = String(repeating: "0", count: 6 - fraction.count)
      return "\(millionths < 0 ? "-" : "")\(abs(millionths) / 1_000_000).\(zeros)\(fraction)"
    }
  }
}
