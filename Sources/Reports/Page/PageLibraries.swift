public import Foundation

/// The libraries that draw charts and maps, as they go into the page.
public struct PageLibraries: Hashable, Sendable {
  public struct Map: Hashable, Sendable {
    public let script: Data
    public let style: Data
  }

  /// Chart.js 3; `nil` where it was not found.
  public let charts: Data?
  /// Leaflet 1; `nil` where it was not found.
  public let map: Map?

  public static let none = PageLibraries(charts: nil, map: nil)

  /// Where systems keep scripts for web pages.
  public static let usualFolders = [
    "/usr/share/javascript", "/usr/share/nodejs", "/usr/local/share/javascript",
    "/usr/lib/node_modules", "/usr/local/lib/node_modules", "/opt/homebrew/lib/node_modules",
  ]

  private static let chartFiles = [
    "chart.js/chart.min.js", "chart.js/Chart.min.js", "chart.js/dist/chart.min.js",
    "chart.min.js",
  ]
  private static let mapFiles = [
    (script: "leaflet/leaflet.min.js", style: "leaflet/leaflet.css"),
    (script: "leaflet/dist/leaflet.js", style: "leaflet/dist/leaflet.css"),
    (script: "leaflet.min.js", style: "leaflet.css"),
    (script: "leaflet.js", style: "leaflet.css"),
  ]

  /// The first copy of each in these folders.
  public static func find(in folders: [String] = usualFolders) -> PageLibraries {
    func text(_ folder: String, _ file: String) -> Data? {
      FileManager.default.contents(atPath: folder + "/" + file)
    }
    var charts: Data?
    var map: Map?
    for folder in folders {
      for file in chartFiles where charts == nil { charts = text(folder, file) }
      for file in mapFiles where map == nil {
        guard let script = text(folder, file.script), let style = text(folder, file.style) else {
          continue
        }
        map = Map(script: script, style: style)
      }
    }
    return PageLibraries(charts: charts, map: map)
  }
}
