import Foundation
import Testing

/// GDAL's command-line tools: a reader of map files that shares nothing with Noriai.
struct MapReader {
  /// Where the build must check, a reader that is missing fails its tests.
  static let isToBeUsed =
    ProcessInfo.processInfo.environment["CI"] != nil
    || FileManager.default.isExecutableFile(atPath: folder + "ogrinfo")
  private static let folder = "/usr/bin/"

  struct Feature {
    /// A flag is 1 or 0, what is not known an empty text.
    let properties: [String: String]
    /// Longitude and latitude; one point or a line.
    let points: [[Double]]

    /// The properties, numbers to twelve digits: GDAL writes fifteen.
    var rounded: [String: String] {
      properties.mapValues { value in Double(value).map { String(format: "%.12g", $0) } ?? value }
    }
  }

  let path: String

  /// What `ogrinfo` says of every layer.
  func overview() throws -> String { try Self.run("ogrinfo", ["-ro", "-so", "-al", path]) }

  /// The rows of a query, each value on a line of its own as `name (type) = value`.
  func query(_ sql: String) throws -> String {
    try Self.run("ogrinfo", ["-ro", "-q", "-sql", sql, path])
  }

  /// All features of a layer in order, by GDAL's own conversion.
  func features(of layer: String) throws -> [Feature] {
    let text = try Self.run(
      "ogr2ogr",
      ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/", path, layer])
    return try Self.features(inGeoJSON: Data(text.utf8))
  }

  /// Read by Foundation; values as texts, whole numbers without a fraction.
  static func features(inGeoJSON data: Data) throws -> [Feature] {
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(root["features"] as? [[String: Any]])
    return try features.map { feature in
      let properties = try #require(feature["properties"] as? [String: Any])
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let coordinates = try #require(geometry["coordinates"] as? [Any])
      let points = geometry["type"] as? String == "Point" ? [coordinates] : coordinates
      return Feature(
        properties: properties.mapValues { $0 is NSNull ? "" : "\($0)" },
        points: try points.map { point in
          try #require(point as? [Any]).map { try #require($0 as? Double) }
        })
    }
  }

  private static func run(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: folder + tool)
    process.arguments = arguments
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(tool) \(arguments)")
    return try String(contentsOf: output, encoding: .utf8)
  }
}
