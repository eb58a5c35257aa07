import Foundation
import RoadNetwork
import ScenarioFiles
import TestSupport
import Testing

@Suite("The routing index beside a network")
final class RoutingIndexCacheTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("routing-\(UUID().uuidString)")
  private let network = StreetGrid(side: 9, seed: 1).network
  private var cache: RoutingIndexCache { RoutingIndexCache(beside: networkFile, secret: secret) }
  private let secret: CacheSecret?
  private var networkFile: String { folder.appendingPathComponent("roads.csv").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    secret = CacheSecret(keptIn: folder.path + "/state/secret")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test("comes back from its file as it was made")
  func roundTrip() throws {
    #expect(cache.content(for: network) == .missing)
    let made = cache.index(for: network)
    #expect(made == RoutingIndex(network))
    #expect(cache.content(for: network) == .current(made))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: cache.path))
    #expect(cache.index(for: network) == made)
    #expect(try Data(contentsOf: URL(fileURLWithPath: cache.path)) == bytes)
  }

  @Test("is stale for other roads, weights or orderings, and then made anew")
  func staleness() {
    _ = cache.index(for: network)
    let ordering = NodeOrdering(levelWeight: 1, shortcutWeight: 1, settleLimit: 9)
    let reordered = RoutingIndexCache(
      beside: networkFile, ordering: ordering, secret: secret)
    #expect(reordered.content(for: network) == .stale)
    let other = StreetGrid(side: 9, seed: 2).network
    #expect(cache.content(for: other) == .stale)
    #expect(cache.index(for: other) == RoutingIndex(other))
    #expect(cache.content(for: network) == .stale)
  }

  @Test("is never taken from a file that lacks bytes, has more, or a wrong one")
  func damage() throws {
    let made = cache.index(for: network)
    let file = URL(fileURLWithPath: cache.path)
    let whole = try Data(contentsOf: file)
    var numbers = SeededGenerator(seed: 11)
    for length in [0, 1, 7, 71, 87, 111, 112, 1000, whole.count - 1] {
      try whole.prefix(length).write(to: file)
      #expect(cache.content(for: network) == .damaged, "\(length) bytes")
    }
    try (whole + [0]).write(to: file)
    #expect(cache.content(for: network) == .damaged)
    let ends = Array(0..<120) + Array(whole.count - 40..<whole.count)
    let places =
      ends + (0..<300).map { _ in Int.random(in: 0..<whole.count, using: &numbers) }
    for place in places {
      var flipped = whole
      flipped[place] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
      try flipped.write(to: file)
      #expect(cache.content(for: network) == (place < 72 ? .stale : .damaged), "byte \(place)")
    }
    #expect(cache.index(for: network) == made)
    #expect(try Data(contentsOf: file) == whole)
  }

  @Test("is never taken from a file that somebody else has signed, whatever it says")
  func forgery() throws {
    let theirs = RoutingIndexCache(
      beside: networkFile, secret: CacheSecret(keptIn: folder.path + "/theirs/secret"))
    // Numbers of another network under the name of this one.
    try theirs.write(RoutingIndex(StreetGrid(side: 9, seed: 2).network), for: network)
    #expect(theirs.content(for: network) != .damaged)
    #expect(cache.content(for: network) == .damaged)
    #expect(cache.index(for: network) == RoutingIndex(network))
    #expect(cache.content(for: network) == .current(RoutingIndex(network)))
  }

  @Test("signs with a secret that stays, that others cannot read, and that is made where it lacks")
  func secrets() throws {
    let file = folder.path + "/other/secret"
    let made = try #require(CacheSecret(keptIn: file))
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let cache = RoutingIndexCache(beside: networkFile, secret: made)
    _ = cache.index(for: network)
    let again = RoutingIndexCache(beside: networkFile, secret: CacheSecret(keptIn: file))
    #expect(again.content(for: network) == .current(RoutingIndex(network)))
    // One that others could read is replaced, and what it has signed with it.
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let replaced = RoutingIndexCache(beside: networkFile, secret: CacheSecret(keptIn: file))
    #expect(replaced.content(for: network) == .damaged)
    // Without any there is no cache, and the same answer.
    try Data().write(to: folder.appendingPathComponent("blocked"))
    #expect(CacheSecret(keptIn: folder.path + "/blocked/secret") == nil)
    let none = RoutingIndexCache(beside: networkFile, secret: nil)
    #expect(none.content(for: network) == .missing)
    #expect(none.index(for: network) == RoutingIndex(network))
  }

  @Test("is made all the same where it cannot be written")
  func unwritable() throws {
    try Data().write(to: folder.appendingPathComponent("none"))
    let nowhere = RoutingIndexCache(beside: folder.path + "/none/roads.csv", secret: secret)
    #expect(nowhere.index(for: network) == RoutingIndex(network))
    #expect(nowhere.content(for: network) == .missing)
  }
}
