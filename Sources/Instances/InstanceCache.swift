import Foundation
public import ScenarioFiles

/// Keeps instances that were read once as columns of numbers, with their routing indices.
///
/// A file is good for the sources as they were, by their digests; it is made anew where it is missing,
/// stale, damaged or somebody else's. A folder that cannot be written to costs time, but no
/// answer. Nothing is written beside the sources: they may be others', or read-only.
public struct InstanceCache: Sendable {
  public let folder: String
  private let secret: CacheSecret?

  /// What the file of an instance holds.
  public enum Content: Sendable {
    case current(Instance)
    case missing
    /// Of sources that have changed since, or of another version.
    case stale
    /// Too short or too long, or signed by nobody who knows the secret.
    case damaged
  }

  /// "instant", then the version.
  private static let format: UInt64 = 0x696E_7374_616E_0002

  public init(folder: String = Self.standardFolder, secret: CacheSecret? = .standard) {
    self.folder = folder
    self.secret = secret
  }

  /// `$XDG_CACHE_HOME/noriai`, or `~/.cache/noriai`.
  public static var standardFolder: String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") {
      return FilePath.join(folder, "noriai")
    }
    return FilePath.join(NSHomeDirectory(), ".cache/noriai")
  }

  /// The instance in the cache, or a new one that is then in it.
  public func instance(from source: InstanceSource) throws(InputErrors) -> Instance {
    // A few lines are read in less time than a cache is.
    guard source.layout != .dialARide else { return try source.read() }
    if case .current(let instance) = content(for: source) { return instance }
    let key = key(of: source)
    let instance = try source.read()
    // Sources that change while they are read leave a file that the next run finds stale.
    try? write(instance, key: key, to: path(of: source, "instance"))
    return instance
  }

  public func content(for source: InstanceSource) -> Content {
    let file = ColumnFile(format: Self.format, key: key(of: source), secret: secret)
    switch file.content(at: path(of: source, "instance")) {
    case .columns(let columns):
      return InstanceColumns.instance(in: columns, from: source).map { .current($0) } ?? .damaged
    case .missing: return .missing
    case .stale: return .stale
    case .damaged: return .damaged
    }
  }

  /// Where the routing index of the instance's network is kept.
  public func routingIndex(of source: InstanceSource) -> RoutingIndexCache {
    RoutingIndexCache(path: path(of: source, "routing"), secret: secret)
  }

  private func write(_ instance: Instance, key: String, to path: String) throws {
    let file = ColumnFile(format: Self.format, key: key, secret: secret)
    guard let bytes = file.bytes(of: InstanceColumns.bytes(of: instance)) else { return }
    try FileSet.write(bytes, to: path)
  }

  /// A file of its own for each place that sources lie at.
  private func path(of source: InstanceSource, _ kind: String) -> String {
    let sources = source.files.map(FilePath.canonical).joined(separator: "\n")
    let digest = SHA256.hexadecimal(of: Data(sources.utf8)).prefix(16)
    return FilePath.join(folder, "\(source.name)-\(digest).\(kind)")
  }

  private func key(of source: InstanceSource) -> String {
    let digests = source.files.map { file in
      FileManager.default.contents(atPath: file).map { SHA256.hexadecimal(of: $0) } ?? "none"
    }
    return SHA256.hexadecimal(of: Data(digests.joined(separator: "\n").utf8))
  }
}
