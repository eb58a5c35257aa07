import Foundation
public import ScenarioFiles

/// The files of a benchmark, recognised by how they are laid out.
public struct InstanceSource: Hashable, Sendable {
  public let name: String
  public let layout: InstanceLayout
  /// Everything that is read, optional files that are not there included.
  public let files: [String]

  static let tables = ["nodes.csv", "edges.csv", "vehicles.csv", "requests.csv"]
  static let expectations = ["expected_assignments.csv", "expected_service.csv"]
  static let taxiNetwork = "manhattan_network.json"
  static let taxiTrips = "nyc_20k.csv"
  static let taxiFleet = "nyc_1200.csv"

  /// Looks at the folder, or at the fleet that is named in it.
  public init(at path: String) throws(InputErrors) {
    let path = FilePath.trimmingSlashes(path)
    let isFolder = FilePath.isFolder(path)
    if !isFolder, let obstacle = InputFile.obstacle(at: path) {
      throw InputErrors(.missingFile, at: path, "expected a benchmark, found \(obstacle.found)")
    }
    let folder = isFolder ? path : FilePath.folder(of: path)
    func has(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: FilePath.join(folder, name))
    }
    func files(_ names: [String]) -> [String] { names.map { FilePath.join(folder, $0) } }

    let folderName = FilePath.name(of: FilePath.canonical(folder.isEmpty ? "." : folder))
    if has(Self.taxiNetwork), isFolder || path.hasSuffix(".csv") {
      let fleet = isFolder ? Self.taxiFleet : FilePath.name(of: path)
      layout = .manhattan
      name = isFolder ? folderName : folderName + "-" + fleet.dropLast(4)
      self.files = files([Self.taxiNetwork, fleet, Self.taxiTrips])
    } else if isFolder, has("params.json") {
      layout = .common
      name = folderName
      self.files = files(Self.tables + ["params.json"])
    } else if isFolder, Self.tables.contains(where: has) {
      layout = .karri
      name = folderName
      self.files = files(Self.tables + Self.expectations)
    } else if !isFolder, let bytes = FileManager.default.contents(atPath: path),
      DialARideFile.isOne(String(decoding: bytes.prefix(200), as: UTF8.self))
    {
      layout = .dialARide
      name = FilePath.name(of: path).split(separator: ".").first.map(String.init) ?? ""
      self.files = [path]
    } else {
      let layouts = InstanceLayout.allCases.map { "  " + $0.summary }.joined(separator: "\n")
      throw InputErrors(
        at: path, "expected a benchmark of a known layout, found \(isFolder ? "none" : "a file")",
        hint: "noriai benchmark reads these layouts:\n" + layouts)
    }
  }

  /// Reads the files as they are now.
  public func read() throws(InputErrors) -> Instance {
    let findings = Findings()
    let instance: Instance? =
      switch layout {
      case .common: CommonFiles(self, findings)?.instance
      case .karri: KaRRiFiles(self, findings)?.instance
      case .manhattan: TaxiFiles(self, findings)?.instance
      case .dialARide: DialARideFile(self, findings)?.instance
      }
    try findings.check()
    guard let instance else { preconditionFailure("a problem was not reported") }
    // Locations of a dial-a-ride instance are near each other as they are read.
    if layout != .dialARide, let problem = instance.network.tooLongDrive {
      throw InputErrors(at: files[layout == .manhattan ? 0 : 1], problem)
    }
    return instance
  }

  /// What paths are relative to, for a message about a missing file.
  var origin: Origin { .file(FilePath.folder(of: files[0])) }

  func table(_ position: Int, _ layout: Table.Layout, _ findings: Findings) -> Table? {
    Table(files[position], named: origin, field: "", layout: layout, findings: findings)
  }

  func isThere(_ position: Int) -> Bool {
    FileManager.default.fileExists(atPath: files[position])
  }
}
