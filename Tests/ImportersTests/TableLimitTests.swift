import Foundation
import Importers
import Mobility
import RoadNetwork
import ScenarioFiles
import Testing

@Suite("What an import writes can be read")
struct TableLimitTests {
  private func written(_ network: OSMImport) throws -> NetworkFolder {
    let path = Scratch.path("network")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try NetworkFolder.write(OSMImport.fileNames, to: path, replacing: .nothing) { name, sink in
      try network.write(name, to: sink)
    }
    return try NetworkFolder(reading: path)
  }

  @Test("streets beyond 85 degrees of latitude are refused, nodes without streets are not")
  func latitudes() throws {
    for north in [50_500.0, 50_501, -119_500, -119_501] {
      var map = TinyMap()
      map.node(1, 0, north)
      map.node(2, 1, north)
      map.node(3, 0, 0)
      map.way(10, [1, 2])
      if abs(TinyMap.coordinate(of: map.nodes[0]).latitude) > 85 {
        #expect {
          try map.imported()
        } throws: {
          "\($0)".contains("between -85 and 85 degrees of latitude, found node 1 at ")
        }
        // A street that is kept beside it.
        map.node(4, 1, 0)
        map.node(5, 2, 0)
        map.way(11, [3, 4, 5])
        map.way(12, [4, 5], ["highway": "tertiary"])
      }
      #expect(try written(map.imported()).network.nodeCount > 1)
    }
  }

  @Test("extreme maps are refused or read back", arguments: 0..<20)
  func extremes(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var read = 0
    for _ in 0..<20 {
      var map = TinyMap()
      let scales = [0.0001, 0.01, 1, 100, 10_000, 100_000]
      let scale = scales[Int.random(in: scales.indices, using: &random)]
      let ids = (0..<8).map { _ in
        Bool.random(using: &random)
          ? Int64.random(in: -9...9, using: &random) : .random(in: .min ... .max, using: &random)
      }
      for id in ids {
        map.node(
          id, .random(in: -1...1, using: &random) * scale,
          .random(in: -0.5...0.5, using: &random) * scale)
      }
      map.nodes.removeAll {
        let point = TinyMap.coordinate(of: $0)
        return abs(point.latitude) > 90 || abs(point.longitude) > 180
      }
      for way in 0..<8 {
        let speed = ["1", "200", "0.1", "walk", "none"].randomElement(using: &random) ?? "1"
        map.way(
          Int64(way), (0..<4).compactMap { _ in ids.randomElement(using: &random) },
          ["maxspeed": speed, "name": "A\u{1B}[31m\u{7}\"\\\u{202E}\n,;\u{301}"])
      }
      for bytes in [map.xml, EncodedPBF().bytes(of: map)] {
        let network: OSMImport
        do {
          network = try TinyMap.imported(bytes)
        } catch {
          #expect("\(error)".contains("expected"), "seed \(seed)")
          continue
        }
        read += 1
        #expect(try written(network).network.nodeCount == network.network.nodeCount)
        #expect(try !network.file("geometry.geojson").unicodeScalars.contains("\u{202E}"))
        for name in ["geometry.geojson", "walk_geometry.geojson"] {
          #expect(throws: Never.self, "seed \(seed)") {
            try JSONSerialization.jsonObject(with: Data(network.file(name).utf8))
          }
        }
      }
    }
    #expect(read > 5, "seed \(seed)")
  }
}
