public import Foundation

/// Columns in a file that tells whether it is current and whole.
///
/// A heading, then the columns in the byte order of the machine. The heading is the format with its
/// version (8 bytes), the key (64), and the length (8) and checksum (8) of the rest.
public struct ColumnFile: Sendable {
  /// Of the format and its version; another byte order does not match.
  let format: UInt64
  /// The digest of all that the columns are made of, 64 hexadecimal digits.
  let key: String

  private static let headingLength = 88

  public enum Content {
    case columns(ColumnReader)
    case missing
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
    var file = columns.data.withUnsafeBytes { heading(of: $0) }
    file.append(columns.data)
    return file
  }

  public func content(at path: String) -> Content {
    guard FileManager.default.isReadableFile(atPath: path) else { return .missing }
    guard let file = MappedFile(path: path) else { return .damaged }
    let bytes = file.bytes
    guard bytes.count >= Self.headingLength else { return .damaged }
    let expected = heading(of: UnsafeRawBufferPointer(start: nil, count: 0))
    guard bytes.prefix(72).elementsEqual(expected.prefix(72)) else { return .stale }
    let columns = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(Self.headingLength))
    guard columns.count % 8 == 0,
      bytes.prefix(Self.headingLength).elementsEqual(heading(of: columns))
    else { return .damaged }
    return .columns(ColumnReader(columns, of: file))
  }

  /// `columns` are whole words.
  private func heading(of columns: UnsafeRawBufferPointer) -> Data {
    var heading = Data()
    func append(_ number: UInt64) { withUnsafeBytes(of: number) { heading.append(contentsOf: $0) } }
    append(format)
    heading.append(contentsOf: key.utf8)
    append(UInt64(columns.count))
    append(columns.withMemoryRebound(to: UInt64.self) { WordChecksum($0) }.value)
    return heading
  }
}
