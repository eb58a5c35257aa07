import Foundation
import Importers
import Mobility
import RoadNetwork
import ScenarioFiles

/// A street network in the node-link form of NetworkX, as OSMnx writes it.
///
/// `nodes` with `id`, `x` and `y` in degrees; `links` with `source`, `target`, `length` in metres and
/// `travel_time` in seconds. What is kept is the largest part whose nodes all reach each other.
struct StreetGraphFile {
  let network: RoadNetwork
  let unconnectedNodes: Int

  private struct Content: Decodable {
    struct Vertex: Decodable {
      let id: Int
      let x, y: Double
    }
    struct Link: Decodable {
      let source, target: Int
      let length: Double
      let travelTime: Double

      private enum CodingKeys: String, CodingKey {
        case source, target, length
        case travelTime = "travel_time"
      }
    }
    let nodes: [Vertex]
    let links: [Link]
  }

  init?(reading path: String, named origin: Origin, _ findings: Findings) {
    guard let file = SourceFile(reading: path, at: origin, field: "", findings: findings) else {
      return nil
    }
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: Data(file.text.utf8))
    } catch {
      // The file is one line: a path of keys says more than a column.
      findings.add(at: .file(path), Self.field(of: error), Self.problem(of: error))
      return nil
    }
    self.init(content) { findings.add(at: .file(path), $0, $1) }
  }

  private init?(_ content: Content, report: (_ field: String, _ problem: String) -> Void) {
    guard let ends = Self.ends(of: content, report: report) else { return nil }
    let strong = StrongComponents(vertexCount: content.nodes.count, arcs: ends)
    var nodes = [NodeID?](repeating: nil, count: content.nodes.count)
    var coordinates = ContiguousArray<Coordinate>()
    for (position, vertex) in content.nodes.enumerated() where strong.isInLargest[position] {
      nodes[position] = NodeID(coordinates.count)
      coordinates.append(Coordinate(latitude: vertex.y, longitude: vertex.x))
    }
    guard !coordinates.isEmpty else {
      report("links", "expected streets that lead from node to node, found none")
      return nil
    }
    let roads = zip(content.links, ends).compactMap { link, ends -> RoadNetwork.Road? in
      guard let tail = nodes[Int(ends.tail)], let head = nodes[Int(ends.head)] else { return nil }
      return RoadNetwork.Road(
        from: tail, to: head,
        duration: TimeSpan(milliseconds: Int32((link.travelTime * 1000).rounded())),
        length: Meters(Int32(link.length.rounded())), roadClass: .local)
    }
    network = RoadNetwork(coordinates: Column(coordinates), roads: roads)
    unconnectedNodes = content.nodes.count - coordinates.count
  }

  /// The positions of both nodes of each link; `nil` when a problem was reported.
  private static func ends(
    of content: Content, report: (_ field: String, _ problem: String) -> Void
  ) -> [(tail: Int32, head: Int32)]? {
    var positions: [Int: Int32] = [:]
    var isSound = true
    for (position, vertex) in content.nodes.enumerated()
    where positions.updateValue(Int32(position), forKey: vertex.id) != nil {
      report("nodes[\(position)].id", "expected each node once, found \(vertex.id) again")
      isSound = false
    }
    func check(_ field: String, _ value: Double, _ range: ClosedRange<Double>) -> Bool {
      if range.contains(value) { return true }
      report(
        field,
        "expected a number from \(range.lowerBound) to \(range.upperBound), found \(value)")
      return false
    }
    for (position, vertex) in content.nodes.enumerated() {
      let isOnMap = check("nodes[\(position)].x", vertex.x, -180...180)
      isSound = check("nodes[\(position)].y", vertex.y, -85...85) && isOnMap && isSound
    }
    guard isSound else { return nil }
    let ends = content.links.enumerated().compactMap { position, link in
      func node(_ key: String, _ id: Int) -> Int32? {
        if let found = positions[id] { return found }
        report("links[\(position)].\(key)", "expected the id of a node, found \(id)")
        return nil
      }
      let isTimed = check("links[\(position)].travel_time", link.travelTime, 0.001...3600)
      // At 1,000 km/h at most, with some metres for rounding.
      let farthest = isTimed ? min(1e6, 10 + link.travelTime * 1000 / 3.6) : 1e6
      let isMeasured = check("links[\(position)].length", link.length, 0...farthest)
      guard let tail = node("source", link.source), let head = node("target", link.target),
        isTimed, isMeasured
      else { return nil as (tail: Int32, head: Int32)? }
      return (tail, head)
    }
    return ends.count == content.links.count ? ends : nil
  }

  private static func context(of error: any Error) -> DecodingError.Context? {
    switch error as? DecodingError {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      context
    default: nil
    }
  }

  private static func field(of error: any Error) -> String {
    var keys = context(of: error)?.codingPath ?? []
    if case .keyNotFound(let key, _) = error as? DecodingError { keys.append(key) }
    return keys.reduce("") { path, key in
      if let index = key.intValue { return path + "[\(index)]" }
      return path.isEmpty ? key.stringValue : path + "." + key.stringValue
    }
  }

  private static func problem(of error: any Error) -> String {
    switch error as? DecodingError {
    case .typeMismatch(let type, _), .valueNotFound(let type, _):
      let expected =
        type == Int.self ? "a whole number" : type == Double.self ? "a number" : "a list or object"
      return "expected \(expected), found something else"
    case .keyNotFound: return "expected a value, found none"
    default: return "expected JSON, found other text"
    }
  }
}
