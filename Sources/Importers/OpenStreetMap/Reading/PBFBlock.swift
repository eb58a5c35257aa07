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
          visitor.node(
            node.id, at: try point(node.lat, node.lon), tags: try tags(node.keys, node.vals))
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
      visitor.node(id, at: try point(latitude, longitude), tags: tags)
    }
  }

  private func read<Visitor: OSMVisitor>(
    _ way: PBFWay, into visitor: inout Visitor
  ) throws(ImportError) {
    var nodes = way.refs
    for position in nodes.indices.dropFirst() { nodes[position] &+= nodes[position - 1] }
    visitor.way(way.id, nodes: nodes, tags: try tags(way.keys, way.vals))
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
    visitor.relation(
      relation.id, members: members, tags: try tags(relation.keys, relation.vals))
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
    let step = Int64(block.granularity)
    guard
      let point = OSMPoint(
        latitude: Self.rounded(block.latOffset &+ step &* latitude),
        longitude: Self.rounded(block.lonOffset &+ step &* longitude))
    else { throw PBFReader.damaged(at: offset) }
    return point
  }

  /// From billionths to ten-millionths of a degree.
  private static func rounded(_ nanodegrees: Int64) -> Int64 {
    let half: Int64 = nanodegrees < 0 ? -50 : 50
    return (nanodegrees / 100) + (nanodegrees % 100 + half) / 100
  }
}
