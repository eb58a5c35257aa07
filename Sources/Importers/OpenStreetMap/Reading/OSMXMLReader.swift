/// Reads an .osm file element by element as it streams past.
struct OSMXMLReader {
  private var tokens: XMLTokens
  private var depth = 0
  private var id: Int64 = 0
  private var version = OSMVersion(number: nil, isDeleted: false)
  private var point: OSMPoint?
  private var tags = OSMTags()
  private var nodes: [Int64] = []
  /// As many as nodes from the first that has a place.
  private var points: [OSMPoint?] = []
  private var members: [OSMMember] = []
  private var remark: String?

  private typealias Attributes = [(name: String, value: String)]

  init(_ source: ByteSource) { tokens = XMLTokens(source) }

  mutating func read<Visitor: OSMVisitor>(into visitor: inout Visitor) throws(ImportError) {
    while let token = try tokens.next() {
      switch token {
      case .start(let name, let attributes):
        depth += 1
        switch depth {
        case 1: try checkRoot(name)
        case 2: try begin(name, attributes)
        case 3: try add(name, attributes)
        default: try checkIsNoElement(name)
        }
      case .end(let name):
        depth -= 1
        if name == "remark" { try checkRemark() }
        if depth == 1 { try handOver(name, to: &visitor) }
      case .text(let text): remark? += text
      }
    }
  }

  private func checkRoot(_ name: String) throws(ImportError) {
    guard name != "osm" else { return }
    let hint =
      name == "osmChange" ? "; `osmium apply-changes` puts changes into an extract" : ""
    throw tokens.error("expected the element <osm>, found <\(name)>" + hint)
  }

  private mutating func begin(_ name: String, _ attributes: Attributes) throws(ImportError) {
    tags = OSMTags()
    nodes = []
    points = []
    members = []
    switch name {
    case "node", "way", "relation":
      id = try whole("id", attributes)
      version = OSMVersion(
        number: Self.value("version", attributes) == nil ? nil : try whole("version", attributes),
        isDeleted: Self.value("visible", attributes) == "false"
          || Self.value("action", attributes) == "delete")
      // A deleted node has no position.
      point = name == "node" && !version.isDeleted ? try position(attributes) : nil
    case "remark": remark = ""
    default: break
    }
  }

  private mutating func add(_ name: String, _ attributes: Attributes) throws(ImportError) {
    switch name {
    case "tag":
      guard let key = Self.value("k", attributes), let value = Self.value("v", attributes) else {
        throw tokens.error("expected a tag with k and v, found one without")
      }
      tags.pairs.append((key, value))
    case "nd": try addNode(attributes)
    case "member": members.append(try member(attributes))
    default: try checkIsNoElement(name)
    }
  }

  private func checkIsNoElement(_ name: String) throws(ImportError) {
    if ["node", "way", "relation"].contains(name) {
      throw tokens.error("expected <\(name)> directly in <osm>, found it deeper")
    }
  }

  private mutating func addNode(_ attributes: Attributes) throws(ImportError) {
    let isPlaced = Self.value("lat", attributes) != nil
    if isPlaced, Self.value("ref", attributes) == nil {
      throw tokens.error(
        "expected nodes by their ids, found places alone; Overpass gives both with `out geom`")
    }
    if isPlaced, points.isEmpty { points = nodes.map { _ in nil } }
    if isPlaced || !points.isEmpty { points.append(isPlaced ? try position(attributes) : nil) }
    nodes.append(try whole("ref", attributes))
  }

  private func handOver<Visitor: OSMVisitor>(
    _ name: String, to visitor: inout Visitor
  ) throws(ImportError) {
    switch name {
    case "node":
      try visitor.node(OSMNode(id: id, version: version, point: point, tags: tags))
    case "way":
      try visitor.way(OSMWay(id: id, version: version, nodes: nodes, points: points, tags: tags))
    case "relation":
      try visitor.relation(OSMRelation(id: id, version: version, members: members, tags: tags))
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
      throw tokens.error("\(name): expected a whole number, found \"\(text)\"")
    }
    return number
  }

  private func position(_ attributes: Attributes) throws(ImportError) -> OSMPoint? {
    let latitude = try degrees("lat", attributes, atMost: 90)
    let longitude = try degrees("lon", attributes, atMost: 180)
    return OSMPoint(
      latitude: Int64((latitude * OSMPoint.perDegree).rounded()),
      longitude: Int64((longitude * OSMPoint.perDegree).rounded()))
  }

  private func degrees(
    _ name: String, _ attributes: Attributes, atMost most: Double
  ) throws(ImportError) -> Double {
    let text = Self.value(name, attributes)
    // Hexadecimal is not what maps are written in.
    let decimal = text.flatMap { $0.utf8.contains(UInt8(ascii: "x")) ? nil : Double($0) }
    guard let number = decimal, abs(number) <= most else {
      let found = text.map { "\"\($0)\"" } ?? "none"
      throw tokens.error("\(name): expected degrees up to \(Int(most)), found \(found)")
    }
    return number
  }

  private static func value(_ name: String, _ attributes: Attributes) -> String? {
    attributes.first { $0.name == name }?.value
  }
}
