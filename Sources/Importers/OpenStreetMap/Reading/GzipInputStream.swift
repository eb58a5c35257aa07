import CZlib
import Foundation

/// The unpacked bytes of a gzip file as a stream.
///
/// A subclass, because that is what `XMLParser` reads from.
final class GzipInputStream: InputStream {
  private let file: FileHandle
  private let packed: z_streamp
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var hasEnded = false
  /// What was wrong with the packed bytes; the stream ends there.
  private(set) var damage: String?

  private static let chunk = 1 << 16

  init?(path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    self.file = file
    packed = .allocate(capacity: 1)
    packed.initialize(to: z_stream())
    input = .allocate(capacity: Self.chunk)
    super.init(data: Data())
    // 15 bits of window, and 16 for gzip's heading and checksum.
    let begun = inflateInit2_(packed, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(begun == Z_OK, "zlib cannot begin")
  }

  deinit {
    inflateEnd(packed)
    packed.deallocate()
    input.deallocate()
  }

  override func open() {}
  override func close() {}
  override var hasBytesAvailable: Bool { !hasEnded }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength count: Int) -> Int {
    packed.pointee.next_out = buffer
    packed.pointee.avail_out = UInt32(count)
    while !hasEnded, packed.pointee.avail_out == UInt32(count) {
      if packed.pointee.avail_in == 0, !refill() {
        end("the end of the file inside the packed data; is the download complete?")
        break
      }
      switch inflate(packed, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        // A gzip file may have several members.
        if packed.pointee.avail_in == 0, !refill() { hasEnded = true } else { inflateReset(packed) }
      default: end("something damaged")
      }
    }
    return count - Int(packed.pointee.avail_out)
  }

  private func end(_ damage: String) {
    hasEnded = true
    self.damage = "expected gzip, found \(damage)"
  }

  private func refill() -> Bool {
    guard let data = try? file.read(upToCount: Self.chunk), !data.isEmpty else { return false }
    _ = input.update(fromContentsOf: data)
    packed.pointee.next_in = input.baseAddress
    packed.pointee.avail_in = UInt32(data.count)
    return true
  }
}
