import Foundation
import Importers
import ScenarioFiles
import Testing

/// A few streets with everything that a file can hold.
private func town() -> TinyMap {
  var map = TinyMap()
  for row in 0...3 {
    for column in 0...3 { map.node(Int64(10 * row + column + 1), Double(column), Double(row)) }
  }
  map.nodes[5].tags = ["barrier": "bollard"]
  for line in 0...3 {
    map.way(Int64(100 + line), (0...3).map { Int64(10 * line + $0 + 1) }, ["name": "緑道 \(line)"])
    map.way(Int64(200 + line), (0...3).map { Int64(10 * $0 + line + 1) }, ["maxspeed": "20 mph"])
  }
  map.way(300, [1, 12], ["highway": "steps"])
  map.ways.append(.init(id: 301, nodes: [1, 2, 12, 1], tags: ["building": "yes"]))
  map.restriction("no_left_turn", from: [101], via: 11, to: [200])
  return map
}

@Suite("Reading OpenStreetMap files")
struct ReadingTests {
  @Test("XML, gzip and PBF, packed or not, dense or not, say the same")
  func formats() throws {
    let map = town()
    let expected = try map.imported().tables()
    #expect(try TinyMap.imported(Gzip.compress(map.xml)).tables() == expected)
    for isPacked in [true, false] {
      for isDense in [true, false] {
        let pbf = EncodedPBF(isPacked: isPacked, isDense: isDense).bytes(of: map)
        let network = try TinyMap.imported(pbf)
        #expect(try network.tables() == expected, "packed \(isPacked), dense \(isDense)")
        #expect(network.summary.nodesRead == 16)
        #expect(network.summary.waysRead == 10)
        #expect(network.summary.relationsRead == 1)
      }
    }
    let halves = [map.xml.prefix(900), map.xml.dropFirst(900)].map { Gzip.compress(Data($0)) }
    #expect(try TinyMap.imported(halves[0] + halves[1]).tables() == expected)
  }

  @Test("the order of a file does not matter", arguments: 0..<5)
  func order(_ seed: UInt64) throws {
    var map = town()
    let expected = try map.imported().tables()
    var random = SeededRandom(seed: seed)
    map.nodes.shuffle(using: &random)
    map.ways.shuffle(using: &random)
    map.ways.append(map.ways[0])
    #expect(try map.imported().tables() == expected, "seed \(seed)")
  }

  @Test("a file cut off anywhere is an error")
  func truncated() throws {
    let map = town()
    for (name, bytes) in [
      ("XML", map.xml.dropLast()), ("gzip", Gzip.compress(map.xml)),
      ("PBF", EncodedPBF().bytes(of: map)),
      ("plain PBF", EncodedPBF(isPacked: false, isDense: false).bytes(of: map)),
    ] {
      // The file may end after its ways, where only the restrictions are lost.
      let isWhole = { (count: Int) in (try? TinyMap.imported(Data(bytes.prefix(count)))) != nil }
      let step = max(1, bytes.count / 300)
      let whole = stride(from: 0, to: bytes.count - 1, by: step).filter(isWhole)
      #expect(whole.count <= (name.hasSuffix("PBF") ? 1 : 0), "\(name) cut off at \(whole)")
    }
  }

  @Test("damaged bytes never crash", arguments: 0..<8)
  func damaged(_ seed: UInt64) throws {
    let map = town()
    var random = SeededRandom(seed: seed)
    for bytes in [
      map.xml, Gzip.compress(map.xml), EncodedPBF().bytes(of: map),
      EncodedPBF(isPacked: false, isDense: seed.isMultiple(of: 2)).bytes(of: map),
    ] {
      for _ in 0..<60 {
        var copy = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          copy[Int.random(in: 0..<copy.count, using: &random)] = .random(
            in: 0...255, using: &random)
        }
        do {
          _ = try TinyMap.imported(copy)
        } catch {
          #expect("\(error)".contains("expected"), "seed \(seed)")
        }
      }
    }
  }

  @Test("what is no extract is said to be none")
  func others() throws {
    func problem(_ bytes: Data) -> String {
      do {
        _ = try TinyMap.imported(bytes)
        return "none"
      } catch {
        return "\(error)"
      }
    }
    func problem(_ text: String) -> String { problem(Data(text.utf8)) }
    #expect(problem("").contains("nothing to read"))
    #expect(problem("node,latitude").contains("something else"))
    #expect(problem("BZh91AY").contains("bunzip2"))
    #expect(problem("<html></html>").contains("<osm>, found <html>"))
    #expect(problem("<osm></osm>").contains("roads that vans may use"))
    #expect(
      problem("<osm>\n<node id=\"x\"/></osm>").contains("2: id: expected a whole number, found"))
    #expect(problem("<osm><node id=\"1\" lat=\"91\" lon=\"0\"/></osm>").contains("degrees"))
    #expect(problem("<osm><remark>runtime error: timeout</remark></osm>").contains("remark"))
    #expect(problem("<osmChange></osmChange>").contains("`osmium apply-changes`"))
    #expect(
      problem("<osm><way id=\"1\"><node id=\"2\"/></way></osm>").contains("directly in <osm>"))
    #expect(
      problem("<osm><way id=\"1\" version=\"x\"/></osm>")
        .contains("version: expected a whole number"))
    #expect(problem("{\"elements\": []}").contains("[out:xml]"))
    #expect(problem(Data([0x28, 0xB5, 0x2F, 0xFD, 0, 0])).contains("zstd; `unzstd`"))
    #expect(problem(Data([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])).contains("xz; `unxz`"))
    let strange = EncodedPBF(requiredFeatures: ["OsmSchema-V9"])
    #expect(problem(strange.bytes(of: town())).contains("\"OsmSchema-V9\"; `osmium cat"))
  }

  @Test(
    "blobs in another packing are named, with what packs them anew",
    arguments: [(4, "lzma"), (5, "bzip2"), (6, "lz4"), (7, "zstd")])
  func packings(_ field: Int, _ name: String) {
    #expect {
      try TinyMap.imported(EncodedPBF().blob("OSMHeader", [1, 2, 3], packing: field))
    } throws: { error in
      "\(error)".contains("found \(name) at byte ")
        && "\(error)".contains("-f pbf,pbf_compression=zlib")
    }
  }
}

/// SplitMix64, so that a seed means the same everywhere.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
