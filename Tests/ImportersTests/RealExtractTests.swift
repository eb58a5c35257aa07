import Foundation
import Importers
import Testing

@Suite("Real extracts")
struct RealExtractTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/data/osm")

  /// Kilometres as an independent reader finds them (`Benchmarks/compare_osm.py`).
  @Test(
    "four real extracts have the kilometres that another reader finds in them",
    arguments: [
      ("porto_alegre_r5r.osm.pbf", 1587.069, 367),
      ("campo-grande_graphhopper.osm.gz", 1392.6, 100),
      ("andorra_graphhopper.osm.pbf", 401.8, 51),
      ("liechtenstein_valhalla.osm.pbf", 406.2, 29),
    ])
  func real(_ name: String, _ km: Double, _ parts: Int) throws {
    let path = Self.folder.appendingPathComponent(name).path
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: \(name) is not there")
      return
    }
    let summary = try OSMImport(path: path).summary
    #expect(abs(summary.roads.km - km) < 0.1)
    #expect(summary.roads.droppedParts == parts)
    #expect(summary.roads.droppedKm < 0.05 * km)
    #expect(summary.walking.km > summary.roads.km)
    #expect(summary.roads.nodes * 5 > summary.roads.edges)
  }

  @Test("a real extract cut off anywhere is an error or a part of it, never a crash")
  func truncated() throws {
    let path = Self.folder.appendingPathComponent("andorra_graphhopper.osm.pbf").path
    guard let bytes = FileManager.default.contents(atPath: path) else {
      print("skipped: no extract")
      return
    }
    for step in 0..<40 {
      let cut = bytes.count * step / 40 + step
      #expect(throws: ImportError.self, "\(cut)") {
        try TinyMap.imported(Data(bytes.prefix(cut)))
      }
    }
  }
}
