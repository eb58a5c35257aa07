import Foundation
import Mobility
import RoadNetwork

/// A routing index as bytes: a heading, then its columns in the byte order of the machine.
///
/// The heading is the format with its version (8 bytes), the key (64), and the length (8) and
/// checksum (8) of the rest.
struct RoutingIndexFile {
  /// The digest of the network and the ordering, 64 hexadecimal digits.
  let key: String

  /// "noriai", then the version; another byte order does not match.
  private static let format: UInt64 = 0x6E6F_7269_6169_0002
  private static let headingLength = 88

  func bytes(of index: RoutingIndex) -> Data {
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
    var file = columns.data.withUnsafeBytes { heading(of: $0) }
    file.append(columns.data)
    return file
  }

  func content(_ file: MappedFile) -> RoutingIndexCache.Content {
    let bytes = file.bytes
    guard bytes.count >= Self.headingLength else { return .damaged }
    let expected = heading(of: UnsafeRawBufferPointer(start: nil, count: 0))
    guard bytes.prefix(72).elementsEqual(expected.prefix(72)) else { return .stale }
    let columns = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(Self.headingLength))
    guard columns.count % 8 == 0,
      bytes.prefix(Self.headingLength).elementsEqual(heading(of: columns)),
      let index = index(in: ColumnReader(columns, of: file))
    else { return .damaged }
    return .current(index)
  }

  /// `columns` are whole words.
  private func heading(of columns: UnsafeRawBufferPointer) -> Data {
    var heading = Data()
    func append(_ number: UInt64) { withUnsafeBytes(of: number) { heading.append(contentsOf: $0) } }
    append(Self.format)
    heading.append(contentsOf: key.utf8)
    append(UInt64(columns.count))
    append(columns.withMemoryRebound(to: UInt64.self) { WordChecksum($0) }.value)
    return heading
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
