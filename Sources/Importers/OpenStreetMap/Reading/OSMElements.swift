import Mobility

/// The tags of an element in the order of the file.
struct OSMTags {
  var pairs: [(key: String, value: String)] = []

  subscript(key: String) -> String? {
    pairs.first { $0.key == key }?.value
  }

  /// The values of a tag, of which there are several in `gate;bollard`.
  func values(of key: String) -> [String] { self[key].map(Self.values) ?? [] }

  /// The value of the first of several keys that is there: the most specific comes first.
  func first(of keys: [String]) -> String? {
    for key in keys {
      if let value = self[key] { return value }
    }
    return nil
  }

  /// The parts of a list, without the spaces around them.
  static func values(in list: String) -> [String] {
    let parts = list.utf8.split(separator: UInt8(ascii: ";"))
    return parts.compactMap { part in
      let start = part.drop { $0 == UInt8(ascii: " ") }
      return start.lastIndex { $0 != UInt8(ascii: " ") }.map { String(start[...$0]) ?? "" }
    }
  }
}

/// A point in ten-millionths of a degree, as OpenStreetMap stores it.
struct OSMPoint: Hashable {
  var latitude: Int32
  var longitude: Int32

  static let perDegree = 1e7

  /// `nil` outside the Earth.
  init?(latitude: Int64, longitude: Int64) {
    guard latitude.magnitude <= 900_000_000, longitude.magnitude <= 1_800_000_000 else {
      return nil
    }
    self.latitude = Int32(latitude)
    self.longitude = Int32(longitude)
  }

  var coordinate: Coordinate {
    Coordinate(
      latitude: Double(latitude) / Self.perDegree, longitude: Double(longitude) / Self.perDegree)
  }
}

struct OSMNode {
  let id: Int64
  let version: OSMVersion
  /// `nil` where it is deleted.
  let point: OSMPoint?
  let tags: OSMTags
}

struct OSMWay {
  let id: Int64
  let version: OSMVersion
  let nodes: [Int64]
  /// Where its nodes are; empty where the file leaves that to the nodes.
  let points: [OSMPoint?]
  let tags: OSMTags
}

struct OSMRelation {
  let id: Int64
  let version: OSMVersion
  let members: [OSMMember]
  let tags: OSMTags
}

/// A relation's reference to another element.
struct OSMMember {
  enum Kind {
    case node
    case way
    case relation
  }

  let kind: Kind
  let id: Int64
  let role: String
}

/// Takes the elements of a file in its order.
protocol OSMVisitor {
  mutating func node(_ node: OSMNode) throws(ImportError)
  mutating func way(_ way: OSMWay) throws(ImportError)
  mutating func relation(_ relation: OSMRelation) throws(ImportError)
}

/// What a pass over a file is for; the rest may be left out.
enum OSMPass {
  case waysAndRelations
  case nodes
}
