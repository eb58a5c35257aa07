import CZlib
public import Foundation

/// Columns in a file that tells whether it is current and whole.
///
/// A heading, then the columns in the byte order of the machine. The heading is the format with its
/// version (8 bytes), the key (64), and the length (8) and CRC-32 (8) of the rest.
public struct ColumnFile: Sendable {
  /// Of the format and its version; another byte order does not match.
  let format: UInt64
  /// The digest of all that the columns are made of, 64 hexadecimal digits.
  let key: String

  private static let headingLength = 88

  public enum Content {
    case columns(ColumnBytes)
    /// Of another key or format.
    case stale
    /// Too short or too long, or with a wrong checksum.
    case damaged
  }

  public init(format: UInt64, key: String) {
    precondition(key.utf8.count == 64, "a key is a SHA-256 in hexadecimal")
    self.format = format
    self.key = key
  }

  public func bytes(of columns: ColumnBytes) -> Data {
    var file = heading(of: columns.data)
    file.append(columns.data)
    return file
  }

  public func content(_ file: Data) -> Content {
    guard file.count >= Self.headingLength else { return .damaged }
    guard file.prefix(72) == heading(of: Data()).prefix(72) else { return .stale }
    let columns = file.suffix(from: file.startIndex + Self.headingLength)
    guard file.prefix(Self.headingLength) == heading(of: columns) else { return .damaged }
    return .columns(ColumnBytes(columns))
  }

  private func heading(of columns: Data) -> Data {
    var heading = Data()
    func append(_ number: UInt64) { withUnsafeBytes(of: number) { heading.append(contentsOf: $0) } }
    append(format)
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
}
