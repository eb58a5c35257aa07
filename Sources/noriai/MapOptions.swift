import ArgumentParser
import Foundation
import GeoFiles
import Reports

/// What the files for a planner's map tools hold.
struct MapOptions: ParsableArguments {
  static let fileName = "results.gpkg"

  @Flag(
    help: """
      Put the vehicle paths of all days into results.gpkg and geojson/, not of the animated day \
      alone.
      """)
  var allPaths = false

  /// The GeoPackage, and a GeoJSON file for each layer; `day` is the number of the animated day.
  func files(
    of source: PageSource, day: Int? = nil
  ) throws -> [(path: String, bytes: Data)] {
    let layers = MapLayers.layers(of: source, days: allPaths ? .all : .one(day))
    return [(Self.fileName, try GeoPackage.data(layers))]
      + layers.map { ("geojson/\($0.name).geojson", GeoJSON.data($0)) }
  }
}
