import Foundation
import Mobility
import RoadNetwork

/// A routing index as columns.
struct RoutingIndexFile {
  private let file: ColumnFile

  /// "noriai", then the version.
  private static let format: UInt64 = 0x6E6F_7269_6169_0003

  /// `key` is the digest of the network and the ordering.
  init(key: String, secret: CacheSecret?) {
    file = ColumnFile(format: Self.format, key: key, secret: secret)
  }

  /// `nil` without a secret.
  func bytes(of index: RoutingIndex) -> Data? {
    var columns = ColumnBytes()
    columns.append(index.hierarchy.rank.values)
    for edges in [index.hierarchy.out, index.hierarchy.into] {
      columns.append(edges.first)
      columns.append(edges.upper)
      columns.append(edges.weight)
    }
    for labels in [index.labels.out, index.labels.into] {
      columns.append(labels.first)
      columns.append(labels.entries)
      columns.append(labels.lengths)
    }
    columns.append(index.cells.cell.values)
    columns.append(index.cells.least)
    return file.bytes(of: columns)
  }

  func content(at path: String) -> RoutingIndexCache.Content {
    switch file.content(at: path) {
    case .columns(let columns): index(in: columns).map { .current($0) } ?? .damaged
    case .missing: .missing
    case .stale: .stale
    case .damaged: .damaged
    }
  }

  private func index(in columns: ColumnReader) -> RoutingIndex? {
    var columns = columns
    guard let rank: ContiguousArray<Int32> = columns.next() else { return nil }
    func edges() -> UpwardEdges? {
      guard let first: ContiguousArray<Int32> = columns.next(),
        let upper: ContiguousArray<Int32> = columns.next(),
        let weight: ContiguousArray<PathWeight> = columns.next()
      else { return nil }
      return UpwardEdges(first: first, upper: upper, weight: weight)
    }
    func labels() -> LabelTable? {
      guard let first: FixedArray<Int32> = columns.next(),
        let entries: FixedArray<LabelEntry> = columns.next(),
        let lengths: FixedArray<Int32> = columns.next()
      else { return nil }
      return LabelTable(first: first, entries: entries, lengths: lengths)
    }
    guard let up = edges(), let down = edges(), let out = labels(), let into = labels(),
      let cell: ContiguousArray<Int32> = columns.next(),
      let least: FixedArray<Int32> = columns.next(), columns.isAtEnd
    else { return nil }
    let ranks = Column<Node, Int32>(rank)
    return RoutingIndex(
      hierarchy: ContractionHierarchy(rank: ranks, out: up, into: down),
      labels: HubLabels(rank: ranks, out: out, into: into),
      cells: NodeCells(cell: Column(cell), least: least))
  }
}
