import CZlib
import Foundation
import SwiftProtobuf

/// Reads the blobs of a .osm.pbf file one by one, so that only one is in memory.
///
/// - SeeAlso: https://wiki.openstreetmap.org/wiki/PBF_Format
struct PBFReader {
  /// Which blobs the pass over nodes can leave out, by their number.
  struct Blobs {
    var withoutNodes: [Bool] = []
  }

  private static let longestHeader = 64 << 10
  private static let longestBlob = 32 << 20

  private let file: FileHandle

  init(path: String) throws(ImportError) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ImportError("expected a file that can be read")
    }
    self.file = file
  }

  func read<Visitor: OSMVisitor>(
    _ pass: OSMPass, _ blobs: inout Blobs, into visitor: inout Visitor
  ) throws(ImportError) {
    var offset = 0
    var number = 0
    var hasHeader = false
    var limit = UnpackingLimit()
    while let prefix = try bytes(4, at: offset, mayEnd: true) {
      let length = prefix.reduce(0) { $0 << 8 | Int($1) }
      guard length > 0, length <= Self.longestHeader else { throw Self.damaged(at: offset) }
      let header: PBFBlobHeader = try Self.message(try whole(length, at: offset + 4), at: offset)
      let size = Int(header.datasize)
      guard size >= 0, size <= Self.longestBlob else { throw Self.damaged(at: offset) }
      guard hasHeader || header.type == "OSMHeader" else { throw Self.damaged(at: offset) }
      let start = offset + 4 + length
      let knowsNoNodes =
        blobs.withoutNodes.indices.contains(number) && blobs.withoutNodes[number]
      if header.type == "OSMData", !(pass == .nodes && knowsNoNodes) {
        let content = try content(of: try whole(size, at: start), at: start)
        try limit.add(packed: size, unpacked: content.count)
        // Smaller ones cannot weigh too much.
        guard content.count < 1 << 20 || PBFBlockWeight(of: content).bytes <= PBFBlockWeight.limit
        else {
          throw ImportError(
            "expected a block of a map at byte \(start), found one that fills the memory")
        }
        let block = PBFBlock(try Self.message(content, at: start), offset: start)
        try block.read(pass, into: &visitor)
        if pass == .waysAndRelations { Self.note(block.hasNodes, number, in: &blobs) }
      } else {
        let content = try whole(size, at: start)
        if header.type == "OSMHeader" {
          try Self.check(try Self.message(try self.content(of: content, at: start), at: start))
          hasHeader = true
        }
        if pass == .waysAndRelations { Self.note(false, number, in: &blobs) }
      }
      offset = start + size
      number += 1
    }
  }

  private static func note(_ hasNodes: Bool, _ number: Int, in blobs: inout Blobs) {
    precondition(number == blobs.withoutNodes.count, "blobs out of order")
    blobs.withoutNodes.append(!hasNodes)
  }

  private static func check(_ header: PBFHeaderBlock) throws(ImportError) {
    let known = ["OsmSchema-V0.6", "DenseNodes", "HistoricalInformation", "LocationsOnWays"]
    if let other = header.requiredFeatures.first(where: { !known.contains($0) }) {
      throw ImportError(
        "expected a plain extract, found one that requires \"\(other)\"; `osmium cat FILE -o "
          + "plain.osm.pbf` writes one without")
    }
  }

  private func content(of blob: Data, at offset: Int) throws(ImportError) -> [UInt8] {
    let blob: PBFBlob = try Self.message(blob, at: offset)
    switch blob.data {
    case .raw(let bytes)?: return [UInt8](bytes)
    case .zlibData(let packed)?:
      guard blob.rawSize > 0, blob.rawSize <= Self.longestBlob else {
        throw Self.damaged(at: offset)
      }
      var bytes = [UInt8](repeating: 0, count: Int(blob.rawSize))
      var count = uLongf(bytes.count)
      let status = packed.withUnsafeBytes { packed in
        uncompress(
          &bytes, &count, packed.baseAddress?.assumingMemoryBound(to: UInt8.self),
          uLong(packed.count))
      }
      guard status == Z_OK, Int(count) == bytes.count else { throw Self.damaged(at: offset) }
      return bytes
    case .lzmaData?: throw Self.packed(by: "lzma", at: offset)
    case .bzip2Data?: throw Self.packed(by: "bzip2", at: offset)
    case .lz4Data?: throw Self.packed(by: "lz4", at: offset)
    case .zstdData?: throw Self.packed(by: "zstd", at: offset)
    case nil: throw Self.damaged(at: offset)
    }
  }

  private static func packed(by name: String, at offset: Int) -> ImportError {
    ImportError(
      "expected blobs packed by zlib or not at all, found \(name) at byte \(offset); `osmium cat "
        + "FILE -o plain.osm.pbf -f pbf,pbf_compression=zlib` packs them anew")
  }

  private static func message<Message: SwiftProtobuf.Message>(
    _ bytes: some SwiftProtobufContiguousBytes, at offset: Int
  ) throws(ImportError) -> Message {
    do {
      return try Message(serializedBytes: bytes)
    } catch {
      throw damaged(at: offset)
    }
  }

  private func whole(_ count: Int, at offset: Int) throws(ImportError) -> Data {
    guard let data = try bytes(count, at: offset, mayEnd: false) else { return Data() }
    return data
  }

  /// `nil` at the end of the file where it may end.
  private func bytes(
    _ count: Int, at offset: Int, mayEnd: Bool
  ) throws(ImportError) -> Data? {
    var data = Data()
    while data.count < count {
      let more: Data?
      do {
        more = try file.read(upToCount: count - data.count)
      } catch {
        throw ImportError("expected to read on at byte \(offset), found that the system cannot")
      }
      guard let more, !more.isEmpty else { break }
      data.append(more)
    }
    if data.isEmpty, mayEnd { return nil }
    guard data.count == count else {
      throw ImportError(
        "expected \(count) bytes more at byte \(offset), found the end of the file after "
          + "\(data.count); is the download complete?")
    }
    return data
  }

  static func damaged(at offset: Int) -> ImportError {
    ImportError("expected OpenStreetMap data (PBF) at byte \(offset), found something damaged")
  }
}
