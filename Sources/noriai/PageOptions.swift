public import ArgumentParser
import Foundation
public import Reports
import ScenarioFiles

/// What every command that writes `report.html` can change about it.
struct PageOptions: ParsableArguments {
  static let fileName = "report.html"

  @Option(
    help: """
      Folder with chart.min.js (Chart.js 3), leaflet.min.js and leaflet.css; the usual folders of \
      the system unless given.
      """)
  var libraries: String?

  @Option(help: "Map from the internet under the streets: gsi (Japan); none unless given.")
  var baseMap: BaseMap?

  /// Those of the folder that is named, which must hold some, or of the system.
  func found() throws(InputErrors) -> PageLibraries {
    guard let libraries else { return PageLibraries.find() }
    let found = PageLibraries.find(in: [libraries])
    guard found != .none else {
      throw InputErrors(
        .missingFile, at: libraries,
        "expected chart.min.js, or leaflet.min.js with leaflet.css, found none of them")
    }
    return found
  }
}

extension BaseMap: ExpressibleByArgument {}

extension PageSource.Origin {
  init(_ manifest: Manifest) {
    self.init(
      scenarioDigest: manifest.scenarioDigest, noriaiVersion: manifest.noriaiVersion,
      traceVersion: manifest.traceVersion)
  }
}
