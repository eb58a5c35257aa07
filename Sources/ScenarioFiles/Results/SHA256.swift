import CNettle
public import Foundation

/// The SHA-256 digest of bytes that come in pieces.
public struct SHA256 {
  private var context = sha256_ctx()

  public init() { nettle_sha256_init(&context) }

  public mutating func update(_ bytes: Data) {
    bytes.withUnsafeBytes { update($0) }
  }

  public mutating func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { update($0) }
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(
      &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }

  /// The digest of what came so far, in lower-case hexadecimal.
  public var hexadecimal: String {
    var copy = context
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&copy, digest.count, &digest)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  public static func hexadecimal(of bytes: Data) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal
  }
}
