import CZlib
public import Foundation

/// Gzip members as `gzip -n6` writes them: equal bytes for equal content.
public enum Gzip {
  public enum Damage: Error, Hashable, Sendable {
    case truncated
    case corrupt
    /// Far longer than what was compressed, as no table of a result is.
    case tooLong
  }

  private static let windowBits: Int32 = 15
  /// Added to the window bits, it asks zlib for gzip's heading and checksum.
  private static let gzipFormat: Int32 = 16
  private static let chunk = 1 << 16
  /// What was read so far may come to so many times as much; traces come to ten times.
  private static let mostGrowth = 100
  private static let alwaysAllowed = 16 << 20

  /// Without a name or a time of modification.
  public static func compress(_ bytes: Data) -> Data {
    withStream { stream in
      let begun = deflateInit2_(
        stream, 6, Z_DEFLATED, windowBits + gzipFormat, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
      precondition(begun == Z_OK, "zlib cannot begin")
      defer { deflateEnd(stream) }
      let (output, status) = run(stream, over: bytes) { _ in deflate(stream, Z_FINISH) }
      precondition(status == Z_STREAM_END, "zlib did not finish")
      return output
    }
  }

  /// The content of one whole member, its checksum verified.
  public static func decompress(_ bytes: Data) throws(Damage) -> Data {
    guard bytes.count <= Int(UInt32.max) else { throw .tooLong }
    let (output, status, rest) = withStream { stream in
      let begun = inflateInit2_(
        stream, windowBits + gzipFormat, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      precondition(begun == Z_OK, "zlib cannot begin")
      defer { inflateEnd(stream) }
      let (output, status) = run(stream, over: bytes) { length in
        let read = bytes.count - Int(stream.pointee.avail_in)
        guard length <= alwaysAllowed + mostGrowth * read else { return Z_MEM_ERROR }
        return inflate(stream, Z_NO_FLUSH)
      }
      return (output, status, stream.pointee.avail_in)
    }
    switch status {
    case Z_STREAM_END where rest == 0: return output
    case Z_OK, Z_BUF_ERROR: throw .truncated
    case Z_MEM_ERROR: throw .tooLong
    default: throw .corrupt
    }
  }

  /// On the heap, because zlib remembers the address of its stream.
  private static func withStream<Result>(_ body: (UnsafeMutablePointer<z_stream>) -> Result)
    -> Result
  {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    return body(stream)
  }

  /// Feeds all bytes to zlib until it ends or cannot go on; `step` hears how much came out so far.
  private static func run(
    _ stream: UnsafeMutablePointer<z_stream>, over bytes: Data, step: (Int) -> Int32
  ) -> (output: Data, status: Int32) {
    precondition(bytes.count <= Int(UInt32.max), "more than one call of zlib takes")
    var output = Data()
    var buffer = [UInt8](repeating: 0, count: chunk)
    var input = [UInt8](bytes)
    let status = input.withUnsafeMutableBufferPointer { input -> Int32 in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(input.count)
      while true {
        let status = buffer.withUnsafeMutableBufferPointer { buffer -> Int32 in
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = UInt32(buffer.count)
          return step(output.count)
        }
        let written = chunk - Int(stream.pointee.avail_out)
        output.append(contentsOf: buffer[..<written])
        if status != Z_OK || written == 0 { return status }
      }
    }
    return (output, status)
  }
}
