/// Reads an .osm file element by element as it streams past.
struct OSMXMLReader {
  private var tokens: XMLTokens
  private var depth = 0
  private var id: Int64 = 0
  private var point: OSMPoint?
  private var isDeleted = false
  private var tags = OSMTags()
  private var nodes: [Int64] = []
  private var members: [OSMMember] = []
  private var remark: String?

  private typealias Attributes = [(name: String, value: String)]

  init(_ source: ByteSource) { tokens = XMLTokens(source) }

  mutating func read<Visitor: OSMVisitor>(into visitor: inout Visitor) throws(ImportError) {
    while let token = try tokens.next() {
      switch token {
      case .start(let name, let attributes):
        depth += 1
        guard depth > 1 || name == "osm" else {
          throw tokens.error("expected the element <osm>, found <\(name)>")
        }
        try begin(name, attributes)
      case .end(let name):
        depth -= 1
        if name == "remark" { try checkRemark() }
        if depth == 1, !isDeleted { handOver(name, to: &visitor) }
      case .text(let text): remark? += text
      }
    }
  }

  private mutating func begin(_ name: String, _ attributes: Attributes) throws(ImportError) {
    switch name {
    case "node", "way", "relation":
      id = try whole("id", attributes)
      isDeleted =
        Self.value("visible", attributes) == "false"
        || Self.value("action", attributes) == "delete"
      // A deleted node has no position.
      point = name == "node" && !isDeleted ? try position(attributes) : nil
      tags = OSMTags()
      nodes = []
      members = []
    case "tag":
      guard let key = Self.value("k", attributes), let value = Self.value("v", attributes) else {
        throw tokens.error("expected a tag with k and v, found one without")
      }
      tags.pairs.append((key, value))
    case "nd": nodes.append(try whole("ref", attributes))
    case "member": members.append(try member(attributes))
    case "remark": remark = ""
    default: break
    }
  }

  private func handOver<Visitor: OSMVisitor>(_ name: String, to visitor: inout Visitor) {
    switch name {
    case "node":
      if let point { visitor.node(id, at: point, tags: tags) }
    case "way": visitor.way(id, nodes: nodes, tags: tags)
    case "relation": visitor.relation(id, members: members, tags: tags)
    default: break
    }
  }

  /// Overpass ends a file that it could not complete in good order, with a remark.
  private mutating func checkRemark() throws(ImportError) {
    if let remark, remark.contains("error") {
      throw tokens.error("expected a whole extract, found the remark \"\(remark)\"")
    }
    remark = nil
  }

  private func member(_ attributes: Attributes) throws(ImportError) -> OSMMember {
    let kind: OSMMember.Kind
    switch Self.value("type", attributes) {
    case "node": kind = .node
    case "way": kind = .way
    case "relation": kind = .relation
    default:
      throw tokens.error("expected a member that is a node, way or relation, found another")
    }
    return OSMMember(
      kind: kind, id: try whole("ref", attributes), role: Self.value("role", attributes) ?? "")
  }

  private func whole(_ name: String, _ attributes: Attributes) throws(ImportError) -> Int64 {
    let text = Self.value(name, attributes) ?? ""
    guard let number = Int64(text) else {
      throw tokens.error("expected a number as \(name), found \"\(text)\"")
    }
    return number
  }

  private func position(_ attributes: Attributes) throws(ImportError) -> OSMPoint? {
    let latitude = Self.value("lat", attributes).flatMap { Double($0) } ?? .nan
    let longitude = Self.value("lon", attributes).flatMap { Double($0) } ?? .nan
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw tokens.error("expected degrees as lat and lon, found others")
    }
    return OSMPoint(
      latitude: Int64((latitude * OSMPoint.perDegree).rounded()),
      longitude: Int64((longitude * OSMPoint.perDegree).rounded()))
  }

  private static func value(_ name: String, _ attributes: Attributes) -> String? {
    attributes.first { $0.name == name }?.value
  }
}
