import Foundation
import FoundationXML

/// Reads an .osm file element by element as it streams past.
enum OSMXMLReader {
  static func read<Visitor: OSMVisitor>(
    _ stream: InputStream, into visitor: inout Visitor
  ) throws(ImportError) {
    let delegate = OSMXMLDelegate(visitor)
    let parser = XMLParser(stream: stream)
    parser.delegate = delegate
    let isWhole = parser.parse()
    if let damage = (stream as? GzipInputStream)?.damage { throw ImportError(damage) }
    if let problem = delegate.problem { throw problem }
    guard isWhole, delegate.hasEnded else {
      throw ImportError(
        "expected OpenStreetMap data (XML), found an error or the end in line "
          + "\(parser.lineNumber); is the download complete?")
    }
    visitor = delegate.visitor
  }
}

/// A class, because that is what `XMLParser` calls.
private final class OSMXMLDelegate<Visitor: OSMVisitor>: NSObject, XMLParserDelegate {
  private(set) var visitor: Visitor
  private(set) var problem: ImportError?
  /// Whether the root element was closed.
  private(set) var hasEnded = false
  private var depth = 0
  private var id: Int64 = 0
  private var point: OSMPoint?
  private var isDeleted = false
  private var tags = OSMTags()
  private var nodes: [Int64] = []
  private var members: [OSMMember] = []
  private var remark: String?

  init(_ visitor: Visitor) { self.visitor = visitor }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    if depth == 1 {
      if name != "osm" { stop(parser, "expected the element <osm>, found <\(name)>") }
      return
    }
    switch name {
    case "node", "way", "relation":
      id = whole("id", of: attributes, parser)
      point = name == "node" ? position(attributes, parser) : nil
      isDeleted = attributes["visible"] == "false" || attributes["action"] == "delete"
      tags = OSMTags()
      nodes = []
      members = []
    case "tag":
      guard let key = attributes["k"], let value = attributes["v"] else {
        stop(parser, "expected a tag with k and v, found one without")
        return
      }
      tags.pairs.append((key, value))
    case "nd": nodes.append(whole("ref", of: attributes, parser))
    case "member":
      let kinds: [String: OSMMember.Kind] = ["node": .node, "way": .way, "relation": .relation]
      guard let kind = attributes["type"].flatMap({ kinds[$0] }) else {
        stop(parser, "expected a member that is a node, way or relation, found another")
        return
      }
      members.append(
        OSMMember(
          kind: kind, id: whole("ref", of: attributes, parser), role: attributes["role"] ?? ""))
    case "remark": remark = ""
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    remark? += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    depth -= 1
    if depth == 0 { hasEnded = true }
    if name == "remark", let remark, remark.contains("error") {
      // Overpass ends a file that it could not complete in good order, with a remark.
      stop(parser, "expected a whole extract, found the remark \"\(remark)\"")
    }
    if name == "remark" { remark = nil }
    guard depth == 1, !isDeleted else { return }
    switch name {
    case "node":
      if let point { visitor.node(id, at: point, tags: tags) }
    case "way": visitor.way(id, nodes: nodes, tags: tags)
    case "relation": visitor.relation(id, members: members, tags: tags)
    default: break
    }
  }

  private func whole(
    _ name: String, of attributes: [String: String], _ parser: XMLParser
  ) -> Int64 {
    if let number = attributes[name].flatMap({ Int64($0) }) { return number }
    stop(parser, "expected a number as \(name), found \"\(attributes[name] ?? "")\"")
    return 0
  }

  private func position(_ attributes: [String: String], _ parser: XMLParser) -> OSMPoint? {
    let degrees = ["lat", "lon"].map { attributes[$0].flatMap { Double($0) } ?? .nan }
    // A deleted node has no position.
    if attributes["visible"] == "false" { return nil }
    if abs(degrees[0]) <= 90, abs(degrees[1]) <= 180 {
      return OSMPoint(
        latitude: Int64((degrees[0] * OSMPoint.perDegree).rounded()),
        longitude: Int64((degrees[1] * OSMPoint.perDegree).rounded()))
    }
    stop(parser, "expected degrees as lat and lon, found others")
    return nil
  }

  private func stop(_ parser: XMLParser, _ problem: String) {
    if self.problem == nil { self.problem = ImportError("line \(parser.lineNumber): " + problem) }
    parser.abortParsing()
  }
}
