import CZlib
import Foundation

/// The bytes of a file in chunks, unpacked where it is gzip.
///
/// A reference, because zlib remembers the address of its stream.
final class ByteSource {
  private let file: FileHandle
  private let isPacked: Bool
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  /// How much of `input` is unpacked.
  private var used = 0
  private var isInsideMember = true
  private var limit = UnpackingLimit()
  private var output = [UInt8](repeating: 0, count: ByteSource.chunk)

  private static let chunk = 1 << 16

  init(path: String, isPacked: Bool) throws(ImportError) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ImportError("expected a file that can be read")
    }
    self.file = file
    self.isPacked = isPacked
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for gzip's heading and checksum.
    let begun = inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(begun == Z_OK, "zlib cannot begin")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next bytes; none at the end.
  func next() throws(ImportError) -> ArraySlice<UInt8> {
    guard isPacked else { return try read()[...] }
    while true {
      if used == input.count {
        input = try read()
        used = 0
        if input.isEmpty, !isInsideMember { return [] }
        if input.isEmpty {
          throw ImportError(
            "expected gzip, found the end of the file inside the packed data; is the download "
              + "complete?")
        }
      }
      let before = used
      let count = try unpack()
      try limit.add(packed: used - before, unpacked: count)
      if count > 0 { return output[..<count] }
    }
  }

  private func read() throws(ImportError) -> [UInt8] {
    do {
      return [UInt8](try file.read(upToCount: Self.chunk) ?? Data())
    } catch {
      throw ImportError("expected to read on, found that the system cannot")
    }
  }

  private func unpack() throws(ImportError) -> Int {
    isInsideMember = true
    let rest = input.count - used
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress?.advanced(by: used)
        stream.pointee.avail_in = UInt32(rest)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        return inflate(stream, Z_NO_FLUSH)
      }
    }
    used = input.count - Int(stream.pointee.avail_in)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      // A gzip file may have several members.
      isInsideMember = false
      inflateReset(stream)
    default: throw ImportError("expected gzip, found something damaged")
    }
    return Self.chunk - Int(stream.pointee.avail_out)
  }
}
