import Mobility

/// The tags of an element in the order of the file.
struct OSMTags {
  var pairs: [(key: String, value: String)] = []

  subscript(key: String) -> String? {
    pairs.first { $0.key == key }?.value
  }

  /// The value of the first of several keys that is there: the most specific comes first.
  func first(of keys: String...) -> String? {
    for key in keys {
      if let value = self[key] { return value }
    }
    return nil
  }
}

/// A point in ten-millionths of a degree, as OpenStreetMap stores it.
struct OSMPoint: Hashable {
  var latitude: Int32
  var longitude: Int32

  static let perDegree = 1e7

  /// `nil` outside the Earth.
  init?(latitude: Int64, longitude: Int64) {
    guard abs(latitude) <= 900_000_000, abs(longitude) <= 1_800_000_000 else { return nil }
    self.latitude = Int32(latitude)
    self.longitude = Int32(longitude)
  }

  var coordinate: Coordinate {
    Coordinate(
      latitude: Double(latitude) / Self.perDegree, longitude: Double(longitude) / Self.perDegree)
  }
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
  mutating func node(_ id: Int64, at point: OSMPoint, tags: OSMTags)
  mutating func way(_ id: Int64, nodes: [Int64], tags: OSMTags)
  mutating func relation(_ id: Int64, members: [OSMMember], tags: OSMTags)
}

/// What a pass over a file is for; the rest may be left out.
enum OSMPass {
  case waysAndRelations
  case nodes
}
