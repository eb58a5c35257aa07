import Foundation
import ScenarioFiles
import Testing

@Suite("Bytes are packed and identified as everywhere else")
struct BytesTests {
  @Test(
    "SHA-256 gives the digests of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func digests(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Data(text.utf8)) == digest)
  }

  @Test("a digest does not depend on the pieces, and can be asked for on the way")
  func pieces() {
    var digest = SHA256()
    digest.update(Data("a".utf8))
    let early = digest.hexadecimal
    digest.update(Data("bc".utf8))
    #expect(early == SHA256.hexadecimal(of: Data("a".utf8)))
    #expect(digest.hexadecimal == SHA256.hexadecimal(of: Data("abc".utf8)))
  }

  @Test("what is packed can be unpacked", arguments: [0, 1, 1000, 65_536, 300_000])
  func roundTrip(count: Int) throws {
    // A little congruential generator: neither all alike nor without pattern.
    var state: UInt32 = 1
    let bytes = Data(
      (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(truncatingIfNeeded: state >> 29)
      })
    let packed = Gzip.compress(bytes)
    #expect(try Gzip.decompress(packed) == bytes)
    #expect(Gzip.compress(bytes) == packed)
  }

  @Test("the heading has no time and no name")
  func heading() {
    #expect(Array(Gzip.compress(Data("abc".utf8)).prefix(8)) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0])
  }

  @Test("what the gzip program packs can be unpacked")
  func foreign() throws {
    // printf abc | gzip -n
    let packed = Data([
      0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0x4c, 0x4a, 6, 0, 0xc2, 0x41, 0x24, 0x35, 3, 0, 0,
      0,
    ])
    #expect(try Gzip.decompress(packed) == Data("abc".utf8))
  }

  @Test("a file that ends too early is told from one that is damaged")
  func damage() {
    let packed = Gzip.compress(Data("a text that is long enough to be packed".utf8))
    for count in 0..<packed.count {
      #expect(throws: Gzip.Damage.truncated) { try Gzip.decompress(packed.prefix(count)) }
    }
    var damaged = packed
    damaged[packed.count - 6] ^= 1
    #expect(throws: Gzip.Damage.corrupt) { try Gzip.decompress(damaged) }
    #expect(throws: Gzip.Damage.corrupt) { try Gzip.decompress(packed + Data([0])) }
    #expect(throws: Gzip.Damage.corrupt) { try Gzip.decompress(Data("no gzip file".utf8)) }
  }

  @Test("what would grow beyond all measure is left packed")
  func bomb() throws {
    #expect(throws: Gzip.Damage.tooLong) {
      try Gzip.decompress(Gzip.compress(Data(count: 40 << 20)))
    }
    let small = Data(count: 8 << 20)
    #expect(try Gzip.decompress(Gzip.compress(small)) == small)
  }
}
