public import Foundation

/// Columns in a file that tells whether it is current, whole, and of the same user.
///
/// A heading, then the columns in the byte order of the machine. The heading is the format with its
/// version (8 bytes), the key (64), the length of the rest (8), and the signature of all of these
/// with the rest (32).
public struct ColumnFile: Sendable {
  /// Of the format and its version; another byte order does not match.
  let format: UInt64
  /// The digest of all that the columns are made of, 64 hexadecimal digits.
  let key: String
  /// Without one no file is read or written.
  let secret: CacheSecret?

  private static let headingLength = 80 + Signature.length

  public enum Content {
    case columns(ColumnReader)
    case missing
    /// Of another key or format.
    case stale
    /// Too short or too long, or signed by nobody who knows the secret.
    case damaged
  }

  public init(format: UInt64, key: String, secret: CacheSecret?) {
    precondition(key.utf8.count == 64, "a key is a SHA-256 in hexadecimal")
    self.format = format
    self.key = key
    self.secret = secret
  }

  /// `nil` without a secret.
  public func bytes(of columns: ColumnBytes) -> Data? {
    guard let secret else { return nil }
    var file = columns.data.withUnsafeBytes { heading(of: $0, by: secret) }
    file.append(columns.data)
    return file
  }

  public func content(at path: String) -> Content {
    guard let secret, InputFile.isPlain(path) else { return .missing }
    guard let file = MappedFile(path: path) else { return .damaged }
    let bytes = file.bytes
    guard bytes.count >= Self.headingLength else { return .damaged }
    guard bytes.prefix(72).elementsEqual(subject) else { return .stale }
    let columns = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(Self.headingLength))
    guard columns.count % 8 == 0,
      bytes.prefix(Self.headingLength).elementsEqual(heading(of: columns, by: secret))
    else { return .damaged }
    return .columns(ColumnReader(columns, of: file))
  }

  /// What the file is about: its format and key.
  private var subject: Data {
    withUnsafeBytes(of: format) { Data($0) } + Data(key.utf8)
  }

  private func heading(of columns: UnsafeRawBufferPointer, by secret: CacheSecret) -> Data {
    var heading = subject
    withUnsafeBytes(of: UInt64(columns.count)) { heading.append(contentsOf: $0) }
    var signature = Signature(by: secret)
    heading.withUnsafeBytes { signature.update($0) }
    signature.update(columns)
    return heading + signature.bytes
  }
}
