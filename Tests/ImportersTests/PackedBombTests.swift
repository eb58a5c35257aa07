import Foundation
import Importers
import ScenarioFiles
import Testing

/// Small files that would fill the memory of a reader that trusts them.
@Suite("Bombs among maps")
struct PackedBombTests {
  private func problem(_ bytes: Data) -> String {
    do {
      _ = try TinyMap.imported(bytes)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test("entities of a file's own are refused")
  func entities() {
    let laughs = """
      <?xml version="1.0"?>
      <!DOCTYPE osm [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <osm><way id="1"><tag k="name" v="&b;"/></way></osm>
      """
    #expect(problem(Data(laughs.utf8)).contains("2: expected a map without declarations"))
    let harmless =
      "<!DOCTYPE osm SYSTEM \"osm.dtd\"><osm><way id=\"1\"><tag k=\"n\" v=\"&b;\"/></way></osm>"
    #expect(problem(Data(harmless.utf8)).contains("expected a character, found &b;"))
  }

  @Test("entities are replaced before a combining mark, too")
  func combining() throws {
    let map = """
      <osm><node id="1" lat="34.5" lon="135.5"/><node id="2" lat="34.5" lon="135.501"/>
      <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="service"/>
      <tag k="name" v="A &amp;\u{301} B&#x301;"/></way></osm>
      """
    let text = try TinyMap.imported(Data(map.utf8)).file("geometry.geojson")
    #expect(text.unicodeScalars.contains("\u{301}"))
    #expect(!text.contains("amp;"))
  }

  @Test("nobody nests elements a hundred deep")
  func nesting() {
    let text = "<osm>" + String(repeating: "<a>", count: 100_000)
    #expect(problem(Data(text.utf8)).contains("at most 100 elements inside each other"))
  }

  @Test("gzip that unpacks to far more than a map is refused")
  func gzip() {
    var text = Data("<osm><way id=\"1\">".utf8)
    text.append(contentsOf: repeatElement(Data("<nd ref=\"1\"/>".utf8), count: 3_000_000).joined())
    #expect(problem(Gzip.compress(text)).contains("unpack to more than 50 times as many"))
  }

  @Test("so are blobs")
  func blobs() {
    let pbf = EncodedPBF()
    var text = EncodedPBF.Message()
    text.add(1, [UInt8](repeating: 65, count: 20 << 20))
    var block = EncodedPBF.Message()
    block.add(1, text.bytes)
    let blob = pbf.blob("OSMData", block.bytes)
    #expect(
      problem(pbf.bytes(of: TinyMap()) + blob + blob).contains("unpack to more than 50 times"))
  }

  @Test("so is a block with more elements than memory has room for", arguments: 0..<4)
  func block(_ kind: Int) {
    var block = EncodedPBF.Message()
    var inner = EncodedPBF.Message()
    switch kind {
    case 0:
      // Texts without a letter.
      block.add(
        1,
        [UInt8](unsafeUninitializedCapacity: 16 << 20) { bytes, count in
          for index in 0..<bytes.count { bytes[index] = index % 2 == 0 ? 0x0A : 0 }
          count = bytes.count
        })
    case 1:
      // Groups without an element.
      block.add(1, [])
      block.bytes += Array(repeatElement([0x12, 0] as [UInt8], count: 4 << 20).joined())
    case 2:
      // Ways without a node.
      block.add(1, [])
      block.add(2, Array(repeatElement([0x1A, 2, 8, 1] as [UInt8], count: 4 << 20).joined()))
    default:
      // A way through the same node again and again.
      block.add(1, [])
      inner.add(8, [UInt8](repeating: 0, count: 16 << 20))
      var group = EncodedPBF.Message()
      group.add(3, inner.bytes)
      block.add(2, group.bytes)
    }
    let bytes = EncodedPBF().bytes(of: TinyMap()) + EncodedPBF().blob("OSMData", block.bytes)
    #expect(problem(bytes).contains("fills the memory"))
  }

  @Test("a small file cannot name many nodes in its streets")
  func references() {
    var map = TinyMap()
    map.node(1, 0, 0)
    map.node(2, 1, 0)
    map.way(10, (0..<2_100_000).map { Int64($0 % 2 + 1) })
    #expect(problem(EncodedPBF().bytes(of: map)).contains("in the streets of a file of this size"))
  }
}
