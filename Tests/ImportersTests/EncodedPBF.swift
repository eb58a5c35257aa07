import CZlib
import Foundation
import Mobility

/// Writes a tiny map as .osm.pbf, from the description of the format and nothing else.
struct EncodedPBF {
  var isPacked = true
  var isDense = true
  var requiredFeatures = ["OsmSchema-V0.6", "DenseNodes"]

  func bytes(of map: TinyMap) -> Data {
    var header = Message()
    for feature in requiredFeatures { header.add(4, Array(feature.utf8)) }
    var texts = [""]
    let nodes = group(map, &texts)
    let ways = map.ways.map { way in
      var message = Message()
      message.add(1, varint: UInt64(bitPattern: way.id))
      addTags(way.tags, to: &message, &texts)
      addInfo(way.version, to: &message)
      message.add(8, packed: Self.differences(way.nodes).map(Self.zigzag))
      if !map.placed.isEmpty {
        // Where a node has no place, writers put one outside the Earth.
        let points = way.nodes.map { map.place(of: $0).map(Self.point) ?? Self.nowhere }
        message.add(9, packed: Self.differences(points.map(\.0)).map(Self.zigzag))
        message.add(10, packed: Self.differences(points.map(\.1)).map(Self.zigzag))
      }
      return message.bytes
    }
    let relations = map.relations.map { relation in
      var message = Message()
      message.add(1, varint: UInt64(bitPattern: relation.id))
      addTags(relation.tags, to: &message, &texts)
      addInfo(relation.version, to: &message)
      message.add(8, packed: relation.members.map { UInt64(index(of: $0.role, in: &texts)) })
      message.add(9, packed: Self.differences(relation.members.map(\.ref)).map(Self.zigzag))
      let types = ["node", "way", "relation"]
      message.add(10, packed: relation.members.map { UInt64(types.firstIndex(of: $0.type) ?? 0) })
      return message.bytes
    }
    var groups = [nodes]
    for (field, elements) in [(3, ways), (4, relations)] {
      var group = Message()
      for element in elements { group.add(field, element) }
      groups.append(group)
    }
    let blocks = groups.map { group in
      var table = Message()
      for text in texts { table.add(1, Array(text.utf8)) }
      var block = Message()
      block.add(1, table.bytes)
      block.add(2, group.bytes)
      return block.bytes
    }
    return blob("OSMHeader", header.bytes) + blocks.reduce(Data()) { $0 + blob("OSMData", $1) }
  }

  private func group(_ map: TinyMap, _ texts: inout [String]) -> Message {
    let points = map.nodes.map { node in
      node.version?.isDeleted == true ? Self.nowhere : Self.point(TinyMap.coordinate(of: node))
    }
    var group = Message()
    if isDense {
      var dense = Message()
      dense.add(1, packed: Self.differences(map.nodes.map(\.id)).map(Self.zigzag))
      if map.nodes.contains(where: { $0.version != nil }) {
        var info = Message()
        info.add(1, packed: map.nodes.map { Self.number($0.version) })
        info.add(6, packed: map.nodes.map { $0.version?.isDeleted == true ? 0 : 1 })
        dense.add(5, info.bytes)
      }
      dense.add(8, packed: Self.differences(points.map(\.0)).map(Self.zigzag))
      dense.add(9, packed: Self.differences(points.map(\.1)).map(Self.zigzag))
      var tags: [UInt64] = []
      for node in map.nodes {
        for (key, value) in node.tags.sorted(by: { $0.key < $1.key }) {
          tags += [UInt64(index(of: key, in: &texts)), UInt64(index(of: value, in: &texts))]
        }
        tags.append(0)
      }
      dense.add(10, packed: tags)
      group.add(2, dense.bytes)
      return group
    }
    for (node, point) in zip(map.nodes, points) {
      var message = Message()
      message.add(1, varint: Self.zigzag(node.id))
      addTags(node.tags, to: &message, &texts)
      addInfo(node.version, to: &message)
      message.add(8, varint: Self.zigzag(point.0))
      message.add(9, varint: Self.zigzag(point.1))
      group.add(1, message.bytes)
    }
    return group
  }

  private static let nowhere = (Int64(Int32.max), Int64(Int32.max))

  private static func point(_ point: Coordinate) -> (Int64, Int64) {
    (Int64((point.latitude * 1e7).rounded()), Int64((point.longitude * 1e7).rounded()))
  }

  /// -1 where nothing is said.
  private static func number(_ version: TinyMap.Version?) -> UInt64 {
    UInt64(bitPattern: Int64(version?.number ?? -1))
  }

  private func addInfo(_ version: TinyMap.Version?, to message: inout Message) {
    guard let version else { return }
    var info = Message()
    info.add(1, varint: Self.number(version))
    if version.isDeleted { info.add(6, varint: 0) }
    message.add(4, info.bytes)
  }

  private func addTags(
    _ tags: [String: String], to message: inout Message, _ texts: inout [String]
  ) {
    let sorted = tags.sorted { $0.key < $1.key }
    message.add(2, packed: sorted.map { UInt64(index(of: $0.key, in: &texts)) })
    message.add(3, packed: sorted.map { UInt64(index(of: $0.value, in: &texts)) })
  }

  private func index(of text: String, in texts: inout [String]) -> Int {
    if let known = texts.firstIndex(of: text) { return known }
    texts.append(text)
    return texts.count - 1
  }

  func blob(_ type: String, _ content: [UInt8], packing: Int = 3) -> Data {
    var blob = Message()
    if isPacked {
      blob.add(2, varint: UInt64(content.count))
      blob.add(packing, Self.deflated(content))
    } else {
      blob.add(1, content)
    }
    var header = Message()
    header.add(1, Array(type.utf8))
    header.add(3, varint: UInt64(blob.bytes.count))
    let length = UInt32(header.bytes.count)
    let prefix = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
    return Data(prefix + header.bytes + blob.bytes)
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    precondition(compress(&packed, &count, bytes, uLong(bytes.count)) == Z_OK)
    return Array(packed[..<Int(count)])
  }

  private static func differences(_ numbers: [Int64]) -> [Int64] {
    zip(numbers, [0] + numbers).map { $0 &- $1 }
  }

  private static func zigzag(_ number: Int64) -> UInt64 {
    UInt64(bitPattern: (number << 1) ^ (number >> 63))
  }

  struct Message {
    var bytes: [UInt8] = []

    mutating func append(varint value: UInt64) {
      var rest = value
      while rest > 127 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }

    mutating func add(_ field: Int, varint value: UInt64) {
      append(varint: UInt64(field << 3))
      append(varint: value)
    }

    mutating func add(_ field: Int, _ content: [UInt8]) {
      append(varint: UInt64(field << 3 | 2))
      append(varint: UInt64(content.count))
      bytes += content
    }

    mutating func add(_ field: Int, packed values: [UInt64]) {
      var inner = Message()
      for value in values { inner.append(varint: value) }
      add(field, inner.bytes)
    }
  }
}
