import Foundation
import SwiftProtobuf

/// One blob's elements, whose numbers are differences and whose texts are in a table.
struct PBFBlock {
  private let block: PBFPrimitiveBlock
  private let texts: [String]
  private let offset: Int

  init(_ block: PBFPrimitiveBlock, offset: Int) {
    self.block = block
    self.offset = offset
    texts = block.stringtable.s.map { String(decoding: $0, as: UTF8.self) }
  }

  var hasNodes: Bool {
    block.primitivegroup.contains { $0.hasDense || !$0.nodes.isEmpty }
  }

  func read<Visitor: OSMVisitor>(
    _ pass: OSMPass, into visitor: inout Visitor
  ) throws(ImportError) {
    for group in block.primitivegroup {
      switch pass {
      case .nodes:
        for node in group.nodes {
          let version = Self.version(node.info)
          try visitor.node(
            OSMNode(
              id: node.id, version: version,
              point: version.isDeleted ? nil : try point(node.lat, node.lon),
              tags: try tags(node.keys, node.vals)))
        }
        if group.hasDense { try readDense(group.dense, into: &visitor) }
      case .waysAndRelations:
        for way in group.ways { try read(way, into: &visitor) }
        for relation in group.relations { try read(relation, into: &visitor) }
      }
    }
  }

  private func readDense<Visitor: OSMVisitor>(
    _ bytes: Data, into visitor: inout Visitor
  ) throws(ImportError) {
    guard let dense = try? PBFDenseNodes(serializedBytes: bytes),
      dense.lat.count == dense.id.count, dense.lon.count == dense.id.count
    else { throw PBFReader.damaged(at: offset) }
    let (ids, latitudes, longitudes) = (dense.id, dense.lat, dense.lon)
    let keysAndValues = dense.keysVals
    let (numbers, visible) = (dense.denseinfo.version, dense.denseinfo.visible)
    guard [0, ids.count].contains(numbers.count), [0, ids.count].contains(visible.count) else {
      throw PBFReader.damaged(at: offset)
    }
    var (id, latitude, longitude) = (Int64(0), Int64(0), Int64(0))
    var next = 0
    for position in ids.indices {
      id &+= ids[position]
      latitude &+= latitudes[position]
      longitude &+= longitudes[position]
      var tags = OSMTags()
      while next < keysAndValues.count, keysAndValues[next] != 0 {
        guard next + 1 < keysAndValues.count else { throw PBFReader.damaged(at: offset) }
        tags.pairs.append(
          (try text(Int(keysAndValues[next])), try text(Int(keysAndValues[next + 1]))))
        next += 2
      }
      next += 1
      let version = OSMVersion(
        number: numbers.isEmpty ? nil : Int64(numbers[position]),
        isDeleted: !visible.isEmpty && !visible[position])
      try visitor.node(
        OSMNode(
          id: id, version: version,
          point: version.isDeleted ? nil : try point(latitude, longitude), tags: tags))
    }
  }

  private func read<Visitor: OSMVisitor>(
    _ way: PBFWay, into visitor: inout Visitor
  ) throws(ImportError) {
    let nodes = Self.sums(of: way.refs)
    let (latitudes, longitudes) = (Self.sums(of: way.lat), Self.sums(of: way.lon))
    guard latitudes.count == longitudes.count, [0, nodes.count].contains(latitudes.count) else {
      throw PBFReader.damaged(at: offset)
    }
    // Nodes that are not in the extract have places outside the Earth.
    let points = zip(latitudes, longitudes).map { position($0, $1) }
    try visitor.way(
      OSMWay(
        id: way.id, version: Self.version(way.info), nodes: nodes, points: points,
        tags: try tags(way.keys, way.vals)))
  }

  private func read<Visitor: OSMVisitor>(
    _ relation: PBFRelation, into visitor: inout Visitor
  ) throws(ImportError) {
    let (ids, roles, types) = (relation.memids, relation.rolesSid, relation.types)
    guard roles.count == ids.count, types.count == ids.count else {
      throw PBFReader.damaged(at: offset)
    }
    var members: [OSMMember] = []
    members.reserveCapacity(ids.count)
    var id: Int64 = 0
    for position in ids.indices {
      id &+= ids[position]
      let kind: OSMMember.Kind =
        switch types[position] {
        case .node: .node
        case .way: .way
        case .relation: .relation
        }
      members.append(OSMMember(kind: kind, id: id, role: try text(Int(roles[position]))))
    }
    try visitor.relation(
      OSMRelation(
        id: relation.id, version: Self.version(relation.info), members: members,
        tags: try tags(relation.keys, relation.vals)))
  }

  private static func version(_ info: PBFInfo) -> OSMVersion {
    OSMVersion(number: Int64(info.version), isDeleted: !info.visible)
  }

  private static func sums(of differences: [Int64]) -> [Int64] {
    var sums = differences
    for position in sums.indices.dropFirst() { sums[position] &+= sums[position - 1] }
    return sums
  }

  private func tags(_ keys: [UInt32], _ values: [UInt32]) throws(ImportError) -> OSMTags {
    guard keys.count == values.count else { throw PBFReader.damaged(at: offset) }
    var tags = OSMTags()
    tags.pairs.reserveCapacity(keys.count)
    for position in keys.indices {
      tags.pairs.append((try text(Int(keys[position])), try text(Int(values[position]))))
    }
    return tags
  }

  private func text(_ index: Int) throws(ImportError) -> String {
    guard texts.indices.contains(index) else { throw PBFReader.damaged(at: offset) }
    return texts[index]
  }

  private func point(_ latitude: Int64, _ longitude: Int64) throws(ImportError) -> OSMPoint {
    guard let point = position(latitude, longitude) else { throw PBFReader.damaged(at: offset) }
    return point
  }

  /// `nil` outside the Earth.
  private func position(_ latitude: Int64, _ longitude: Int64) -> OSMPoint? {
    let step = Int64(block.granularity)
    guard step > 0 else { return nil }
    return OSMPoint(
      latitude: Self.rounded(block.latOffset &+ step &* latitude),
      longitude: Self.rounded(block.lonOffset &+ step &* longitude))
  }

  /// From billionths to ten-millionths of a degree.
  private static func rounded(_ nanodegrees: Int64) -> Int64 {
    let half: Int64 = nanodegrees < 0 ? -50 : 50
    return (nanodegrees / 100) + (nanodegrees % 100 + half) / 100
  }
}
