import Foundation
import Importers
import Mobility
import RoadNetwork
import ScenarioFiles

/// An OpenStreetMap extract small enough to know by heart.
struct TinyMap {
  struct Node {
    var id: Int64
    /// In thousandths of a degree from the corner of the map.
    var east: Double
    var north: Double
    var tags: [String: String] = [:]
    var version: Version?
  }

  /// What files with history say of an element.
  struct Version {
    var number: Int?
    var isDeleted = false
  }

  struct Way {
    var id: Int64
    var nodes: [Int64]
    var tags: [String: String]
    var version: Version?
  }

  struct Relation {
    var id: Int64
    var members: [(type: String, ref: Int64, role: String)]
    var tags: [String: String]
    var version: Version?
  }

  var nodes: [Node] = []
  var ways: [Way] = []
  var relations: [Relation] = []

  static let corner = Coordinate(latitude: 34.5, longitude: 135.5)

  mutating func node(_ id: Int64, _ east: Double, _ north: Double, _ tags: [String: String] = [:]) {
    nodes.append(Node(id: id, east: east, north: north, tags: tags))
  }

  /// A residential street unless the tags say otherwise.
  mutating func way(_ id: Int64, _ nodes: [Int64], _ tags: [String: String] = [:]) {
    let all = ["highway": "residential"].merging(tags) { $1 }
    ways.append(Way(id: id, nodes: nodes, tags: all))
  }

  mutating func restriction(
    _ kind: String, from: [Int64], via: Int64, to: [Int64], _ tags: [String: String] = [:]
  ) {
    relations.append(
      Relation(
        id: Int64(relations.count + 1),
        members: from.map { ("way", $0, "from") } + [("node", via, "via")]
          + to.map { ("way", $0, "to") },
        tags: ["type": "restriction", "restriction": kind].merging(tags) { $1 }))
  }

  static func coordinate(of node: Node) -> Coordinate {
    Coordinate(
      latitude: corner.latitude + node.north / 1000, longitude: corner.longitude + node.east / 1000)
  }

  /// In metres, with the trigonometry of the system.
  func distance(_ a: Int64, _ b: Int64) -> Double {
    let ends = [a, b].compactMap { id in nodes.first { $0.id == id } }.map(Self.coordinate)
    let (first, second) = (ends[0], ends[1])
    let radians = Double.pi / 180
    let (north, east) = (
      (second.latitude - first.latitude) * radians, (second.longitude - first.longitude) * radians
    )
    let h =
      pow(sin(north / 2), 2)
      + cos(first.latitude * radians) * cos(second.latitude * radians) * pow(sin(east / 2), 2)
    return 2 * 6_371_008.8 * asin(h.squareRoot())
  }

  /// Nodes with tags or of no way, and all others as places in their ways.
  var withPlacesOnWays: TinyMap {
    var map = self
    map.nodes.removeAll { $0.tags.isEmpty }
    map.placed = nodes
    return map
  }

  /// Nodes whose places are written in the ways.
  private(set) var placed: [Node] = []

  /// Where the ways say that a node is.
  func place(of id: Int64) -> Coordinate? { placed.first { $0.id == id }.map(Self.coordinate) }

  var xml: Data {
    func attributes(_ version: Version?) -> String {
      (version?.number.map { " version=\"\($0)\"" } ?? "")
        + (version.map { " visible=\"\(!$0.isDeleted)\"" } ?? "")
    }
    func degrees(_ point: Coordinate) -> String {
      String(format: " lat=\"%.7f\" lon=\"%.7f\"", point.latitude, point.longitude)
    }
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    }
    func tags(_ tags: [String: String]) -> String {
      tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\(escaped($0.value))\"/>" }
        .joined()
    }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<osm version=\"0.6\">"]
    for node in nodes {
      let position = node.version?.isDeleted == true ? "" : degrees(Self.coordinate(of: node))
      lines.append(
        "<node id=\"\(node.id)\"\(position)\(attributes(node.version))>\(tags(node.tags))</node>")
    }
    for way in ways {
      let references = way.nodes.map { "<nd ref=\"\($0)\"\(place(of: $0).map(degrees) ?? "")/>" }
      lines.append(
        "<way id=\"\(way.id)\"\(attributes(way.version))>\(references.joined())\(tags(way.tags))</way>"
      )
    }
    for relation in relations {
      let members = relation.members.map {
        "<member type=\"\($0.type)\" ref=\"\($0.ref)\" role=\"\($0.role)\"/>"
      }
      lines.append(
        "<relation id=\"\(relation.id)\"\(attributes(relation.version))>\(members.joined())"
          + tags(relation.tags) + "</relation>")
    }
    return Data((lines + ["</osm>", ""]).joined(separator: "\n").utf8)
  }

  func imported(_ options: ImportOptions = ImportOptions()) throws -> OSMImport {
    try Self.imported(xml, options)
  }

  static func imported(_ bytes: Data, _ options: ImportOptions = ImportOptions()) throws
    -> OSMImport
  {
    let path = Scratch.path("extract")
    try bytes.write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try OSMImport(path: path, options: options)
  }
}

/// Files that tests write.
enum Scratch {
  static func path(_ name: String) -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("\(name)-\(UUID().uuidString)")
      .path
  }
}

extension OSMImport {
  func node(_ key: String) -> NodeID? { nodeKeys.ids.first { nodeKeys[$0] == key } }

  /// Every edge as "tail>head".
  var edgeNames: [String] {
    network.coordinates.ids.flatMap { tail in
      network.edges(from: tail).map { "\(nodeKeys[tail])>\(nodeKeys[network.head[$0]])" }
    }
  }

  /// The edge between two nodes.
  func edge(_ tail: String, _ head: String) -> EdgeID? {
    node(tail).flatMap { tail in
      network.edges(from: tail).first { nodeKeys[network.head[$0]] == head }
    }
  }

  /// Whether one can come from a node to a junction and go on to another, whichever copy of it.
  func allows(_ from: String, _ junction: String, _ to: String) -> Bool {
    let names = edgeNames
    let copies = nodeKeys.values.filter { $0 == junction || $0.hasPrefix(junction + "-") }
    return copies.contains { names.contains("\(from)>\($0)") && names.contains("\($0)>\(to)") }
  }

  func file(_ name: String) throws -> String {
    var text = ""
    try write(name) { text += $0 }
    return text
  }

  /// All files but the summary, which names the format.
  func tables() throws -> [String] { try Self.fileNames.dropLast().map(file) }
}
