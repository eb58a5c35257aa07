import Foundation
import RoadNetwork

extension OSMImport {
  /// The files of a network folder, in the order they are written.
  public static let fileNames = [
    "nodes.csv", "roads.csv", "walk_nodes.csv", "walk_roads.csv", "geometry.geojson",
    "walk_geometry.geojson", "summary.json",
  ]

  /// Hands one of the files to `sink` in pieces, because maps are larger than extracts.
  public func write(_ file: String, to sink: (String) throws -> Void) throws {
    let classes = RoadClass.allCases.map { $0.rawValue }
    let walkClasses = WalkClass.allCases.map { $0.rawValue }
    switch file {
    case "nodes.csv": try Self.writeNodes(roads, to: sink)
    case "roads.csv": try Self.writeEdges(roads, classes, to: sink)
    case "walk_nodes.csv": try Self.writeNodes(walks, to: sink)
    case "walk_roads.csv": try Self.writeEdges(walks, walkClasses, to: sink)
    case "geometry.geojson": try writeMap(of: roads, classes, to: sink)
    case "walk_geometry.geojson": try writeMap(of: walks, walkClasses, to: sink)
    case "summary.json": try sink(String(decoding: summary.json(), as: UTF8.self))
    default: preconditionFailure("\(file) is no file of a network folder")
    }
  }

  /// Lines are handed on when they are this many bytes.
  private static let piece = 1 << 16

  private static func writeNodes(_ table: StreetTable, to sink: (String) throws -> Void) throws {
    var text = "node,latitude_deg,longitude_deg\n"
    for (key, point) in zip(table.keys, table.points) {
      text += key + "," + degrees(point.latitude) + "," + degrees(point.longitude) + "\n"
      try handOn(&text, to: sink)
    }
    try sink(text)
  }

  private static func writeEdges(
    _ table: StreetTable, _ classes: [String], to sink: (String) throws -> Void
  ) throws {
    var text = "from,to,duration_ms,length_m,class\n"
    for edge in table.edges {
      text += table.keys[Int(edge.tail)] + "," + table.keys[Int(edge.head)] + ","
      text += "\(edge.milliseconds),\(edge.meters)," + classes[Int(edge.kind)] + "\n"
      try handOn(&text, to: sink)
    }
    try sink(text)
  }

  private static func handOn(_ text: inout String, to sink: (String) throws -> Void) throws {
    guard text.utf8.count >= piece else { return }
    try sink(text)
    text.removeAll(keepingCapacity: true)
  }

  /// One line per street; `edges` and `edges_back` are rows of the table of roads, from 0.
  private func writeMap(
    of table: StreetTable, _ classes: [String], to sink: (String) throws -> Void
  ) throws {
    var text = """
      {"type":"FeatureCollection","attribution":"\(ImportSummary.attribution)","features":[\n
      """
    for (position, group) in table.edgesByChain.enumerated() {
      if position > 0 { text += ",\n" }
      text += #"{"type":"Feature","properties":{"# + properties(of: group, table, classes)
      text += #"},"geometry":{"type":"LineString","coordinates":["#
      for (index, point) in table.course(of: group.chain, nodes).enumerated() {
        text += index > 0 ? ",[" : "["
        text += Self.degrees(point.longitude) + "," + Self.degrees(point.latitude) + "]"
      }
      text += "]}}"
      try Self.handOn(&text, to: sink)
    }
    try sink(text + "\n]}\n")
  }

  private func properties(
    of group: (chain: Int, edges: [Int]), _ table: StreetTable, _ classes: [String]
  ) -> String {
    let chain = table.chains.chains[group.chain]
    let forward = group.edges.filter { !table.edges[$0].isReversed }
    let backward = group.edges.filter { table.edges[$0].isReversed }
    let milliseconds = chain.forward ?? chain.backward ?? 1
    // Tenths of km/h, so that the text does not depend on how numbers are printed.
    let tenths = milliseconds > 0 ? Int((chain.length * 36_000 / milliseconds).rounded()) : 0
    var text =
      #""class":"\#(classes[Int(chain.kind)])","name":\#(Self.quoted(name(of: group.chain, table)))"#
    text +=
      #","speed_kmh":\#(tenths / 10).\#(tenths % 10),"length_m":\#(Int(chain.length.rounded()))"#
    text += #","oneway":\#(forward.isEmpty || backward.isEmpty)"#
    text += #","edges":[\#(forward.map(String.init).joined(separator: ","))]"#
    text += #","edges_back":[\#(backward.map(String.init).joined(separator: ","))]"#
    return text
  }

  /// Of the longest stretch with one name; the first of those as long.
  private func name(of chain: Int, _ table: StreetTable) -> String {
    var names: [(name: String, meters: Double)] = []
    for piece in table.pieces(of: chain) {
      let name = ways.name[piece.way]
      let meters = table.segments.length[piece.segment]
      if let known = names.firstIndex(where: { $0.name == name }) {
        names[known].meters += meters
      } else {
        names.append((name, meters))
      }
    }
    var best = names.first
    for name in names where name.meters > best?.meters ?? 0 { best = name }
    return best?.name ?? ""
  }

  /// With all seven decimals that OpenStreetMap has.
  private static func degrees(_ tenMillionths: Int32) -> String {
    let (whole, rest) = tenMillionths.magnitude.quotientAndRemainder(dividingBy: 10_000_000)
    let digits = String(rest)
    return (tenMillionths < 0 ? "-" : "") + String(whole) + "."
      + String(repeating: "0", count: 7 - digits.utf8.count) + digits
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n", "\r", "\t": quoted += " "
      // They would change how other texts are shown.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        break
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
