import Foundation
import Mobility
public import RoadNetwork

/// Keeps the routing index of a network in a file beside it.
///
/// The file is good for one network and one way to order its nodes; it is made anew where it is
/// missing, stale, damaged or somebody else's. A folder that cannot be written to costs time, but no answer.
public struct RoutingIndexCache: Sendable {
  public let path: String
  public let ordering: NodeOrdering
  private let secret: CacheSecret?

  /// Below this many nodes an index is made in less than a second, and needs no file.
  public static let leastNodeCount = 20_000

  /// What the file holds.
  public enum Content: Equatable, Sendable {
    case current(RoutingIndex)
    case missing
    /// Of another network, ordering or version.
    case stale
    /// Too short or too long, or signed by nobody who knows the secret.
    case damaged
  }

  /// In the file called like the network's, with `.routing` at its end.
  public init(
    beside networkFile: String, ordering: NodeOrdering = .standard,
    secret: CacheSecret? = .standard
  ) {
    self.init(path: networkFile + ".routing", ordering: ordering, secret: secret)
  }

  /// In a file of its own name.
  public init(
    path: String, ordering: NodeOrdering = .standard, secret: CacheSecret? = .standard
  ) {
    self.path = path
    self.ordering = ordering
    self.secret = secret
  }

  /// The index in the file, or a new one that is then in the file.
  public func index(for network: RoadNetwork) -> RoutingIndex {
    if case .current(let index) = content(for: network) { return index }
    let index = RoutingIndex(network, ordering: ordering)
    try? write(index, for: network)
    return index
  }

  public func content(for network: RoadNetwork) -> Content {
    RoutingIndexFile(key: key(of: network), secret: secret).content(at: path)
  }

  /// Replaces the file at once, so that nobody reads half of it.
  public func write(_ index: RoutingIndex, for network: RoadNetwork) throws {
    let file = RoutingIndexFile(key: key(of: network), secret: secret)
    guard let bytes = file.bytes(of: index) else { return }
    try FileSet.write(bytes, to: path)
  }

  /// The digest of all that the index is made of: where roads lead, their weights, the ordering.
  private func key(of network: RoadNetwork) -> String {
    var digest = SHA256()
    let counts = [
      network.nodeCount, network.edgeCount, ordering.levelWeight, ordering.shortcutWeight,
      ordering.settleLimit,
    ]
    digest.update(Data(counts.map { "\($0)\n" }.joined().utf8))
    network.firstOut.withUnsafeBytes { digest.update(Data($0)) }
    network.head.values.withUnsafeBytes { digest.update(Data($0)) }
    network.duration.values.withUnsafeBytes { digest.update(Data($0)) }
    network.length.values.withUnsafeBytes { digest.update(Data($0)) }
    return digest.hexadecimal
  }
}
