import CNettle
import Foundation

/// The HMAC-SHA-256 of bytes that come in pieces.
///
/// - SeeAlso: RFC 2104.
struct Signature {
  static let length = Int(SHA256_DIGEST_SIZE)
  private var context = hmac_sha256_ctx()

  init(by secret: CacheSecret) {
    secret.bytes.withUnsafeBytes { key in
      nettle_hmac_sha256_set_key(
        &context, key.count, key.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    nettle_hmac_sha256_update(
      &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }

  /// Of what came so far.
  var bytes: Data {
    var copy = context
    var digest = Data(count: Self.length)
    digest.withUnsafeMutableBytes { digest in
      nettle_hmac_sha256_digest(
        &copy, digest.count, digest.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
    return digest
  }
}
