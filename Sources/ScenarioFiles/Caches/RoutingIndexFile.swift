import CZlib
import Foundation
import Mobility
import RoadNetwork

/// A routing index as bytes: a heading, then its columns in the byte order of the machine.
///
/// The heading is the format with its version (8 bytes), the key (64), and the length (8) and CRC-32
/// (8) of the rest.
struct RoutingIndexFile {
  /// The digest of the network and the ordering, 64 hexadecimal digits.
  let key: String

  /// "noriai", then the version; another byte order does not match.
  private static let format: UInt64 = 0x6E6F_7269_6169_0001
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
      columns.append(labels.hubs)
      columns.append(labels.weights)
    }
    var file = heading(of: columns.data)
    file.append(columns.data)
    return file
  }

  func content(_ file: Data) -> RoutingIndexCache.Content {
    guard file.count >= Self.headingLength else { return .damaged }
    let expected = heading(of: Data())
    guard file.prefix(72) == expected.prefix(72) else { return .stale }
    let columns = file.suffix(from: file.startIndex + Self.headingLength)
    guard file.prefix(Self.headingLength) == heading(of: columns), let index = index(in: columns)
    else { return .damaged }
    return .current(index)
  }

  private func heading(of columns: Data) -> Data {
    var heading = Data()
    func append(_ number: UInt64) { withUnsafeBytes(of: number) { heading.append(contentsOf: $0) } }
    append(Self.format)
    heading.append(contentsOf: key.utf8)
    append(UInt64(columns.count))
    append(Self.checksum(of: columns))
    return heading
  }

  /// In pieces, because zlib counts in 32 bits.
  private static func checksum(of bytes: Data) -> UInt64 {
    let piece = 1 << 30
    return bytes.withUnsafeBytes { buffer in
      var checksum = crc32(0, nil, 0)
      for start in stride(from: 0, to: buffer.count, by: piece) {
        let part = UnsafeRawBufferPointer(
          rebasing: buffer[start..<min(start + piece, buffer.count)])
        checksum = crc32(
          checksum, part.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(part.count))
      }
      return UInt64(checksum)
    }
  }

  private func index(in bytes: Data) -> RoutingIndex? {
    var columns = ColumnBytes(bytes)
    guard let rank: ContiguousArray<Int32> = columns.next() else { return nil }
    func edges() -> UpwardEdges? {
      guard let first: ContiguousArray<Int32> = columns.next(),
        let upper: ContiguousArray<Int32> = columns.next(),
        let weight: ContiguousArray<PathWeight> = columns.next()
      else { return nil }
      return UpwardEdges(first: first, upper: upper, weight: weight)
    }
    func labels() -> LabelTable? {
      guard let first: ContiguousArray<Int32> = columns.next(),
        let hubs: ContiguousArray<Int32> = columns.next(),
        let weights: ContiguousArray<PathWeight> = columns.next()
      else { return nil }
      return LabelTable(first: first, hubs: hubs, weights: weights)
    }
    guard let up = edges(), let down = edges(), let out = labels(), let into = labels(),
      columns.isAtEnd
    else { return nil }
    let ranks = Column<Node, Int32>(rank)
    return RoutingIndex(
      hierarchy: ContractionHierarchy(rank: ranks, out: up, into: down),
      labels: HubLabels(rank: ranks, out: out, into: into))
  }
}
