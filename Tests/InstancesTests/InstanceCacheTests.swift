import Foundation
import Instances
import Mobility
import RoadNetwork
import ScenarioFiles
import TestSupport
import Testing

@Suite("The cache of instances")
struct InstanceCacheTests {
  private let sources: TemporaryFolder
  private let kept: TemporaryFolder
  private let secret: CacheSecret?
  private var cache: InstanceCache {
    InstanceCache(folder: kept.path + "/noriai", secret: secret)
  }

  init() throws {
    sources = try TemporaryFolder(
      SmallInstances.karri.merging(SmallInstances.expectations) { $1 })
    kept = try TemporaryFolder()
    secret = CacheSecret(keptIn: kept.path + "/state/secret")
  }

  private func file() throws -> URL {
    let names = try FileManager.default.contentsOfDirectory(atPath: cache.folder)
    return URL(fileURLWithPath: cache.folder + "/" + (try #require(names.first)))
  }

  private func expectEqual(_ a: Instance, _ b: Instance) {
    #expect(a.name == b.name)
    #expect(a.layout == b.layout)
    #expect(a.network.coordinates == b.network.coordinates)
    #expect(a.network.firstOut == b.network.firstOut)
    #expect(a.network.head == b.network.head)
    #expect(a.network.duration == b.network.duration)
    #expect(a.network.length == b.network.length)
    #expect(a.vehicles == b.vehicles)
    #expect(a.requests == b.requests)
    #expect(a.rules == b.rules)
    #expect(a.weights == b.weights)
    #expect(a.reference == b.reference)
    #expect(a.unconnectedNodes == b.unconnectedNodes)
  }

  @Test(
    "gives back what was read",
    arguments: [
      SmallInstances.common, SmallInstances.manhattan, SmallInstances.karri,
      SmallInstances.karri.merging(SmallInstances.expectations) { $1 },
    ])
  func roundTrip(_ files: [String: String]) throws {
    let folder = try TemporaryFolder(files)
    let source = try InstanceSource(at: folder.path)
    guard case .missing = cache.content(for: source) else {
      Issue.record("there was no file yet")
      return
    }
    let first = try cache.instance(from: source)
    guard case .current(let second) = cache.content(for: source) else {
      Issue.record("the file was not written")
      return
    }
    expectEqual(first, second)
    expectEqual(second, try source.read())
  }

  @Test("is made anew when a source changes")
  func stale() throws {
    let source = try InstanceSource(at: sources.path)
    _ = try cache.instance(from: source)
    try sources.write("origin,destination,req_time\n0,4,6\n5,1,60\n", to: "requests.csv")
    guard case .stale = cache.content(for: source) else {
      Issue.record("the old file was taken for current")
      return
    }
    let instance = try cache.instance(from: source)
    #expect(instance.requests[RequestID(1)].desired == Instant(milliseconds: 60_000))
    guard case .current = cache.content(for: source) else {
      Issue.record("the file was not replaced")
      return
    }
  }

  @Test("is made anew when it is damaged, wherever")
  func damaged() throws {
    let source = try InstanceSource(at: sources.path)
    let sound = try cache.instance(from: source)
    let file = try file()
    let bytes = try Data(contentsOf: file)
    for position in stride(from: 112, to: bytes.count, by: 61) {
      var wrong = bytes
      wrong[position] ^= 1
      try wrong.write(to: file)
      guard case .damaged = cache.content(for: source) else {
        Issue.record("a wrong byte at \(position) was not seen")
        return
      }
    }
    for count in [0, 50, 111, 112, bytes.count - 8] {
      try bytes.prefix(count).write(to: file)
      guard case .damaged = cache.content(for: source) else {
        Issue.record("\(count) bytes of it were taken for all")
        return
      }
    }
    expectEqual(try cache.instance(from: source), sound)
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test("is made anew for other text of the same length and time")
  func sameTime() throws {
    let source = try InstanceSource(at: sources.path)
    let path = sources.path + "/requests.csv"
    let time = try #require(
      FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let first = try cache.instance(from: source)
    let other = String(text.dropLast(2)) + "9\n"
    try #require(other != text && other.utf8.count == text.utf8.count)
    try sources.write(other, to: "requests.csv")
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    guard case .stale = cache.content(for: source) else {
      Issue.record("the old file was taken for current")
      return
    }
    #expect(try cache.instance(from: source).requests != first.requests)
  }

  @Test("of somebody else is made anew, whatever it says")
  func forged() throws {
    let source = try InstanceSource(at: sources.path)
    let theirs = InstanceCache(
      folder: cache.folder, secret: CacheSecret(keptIn: kept.path + "/theirs/secret"))
    _ = try theirs.instance(from: source)
    guard case .damaged = cache.content(for: source) else {
      Issue.record("a file of somebody else was trusted")
      return
    }
    expectEqual(try cache.instance(from: source), try source.read())
  }

  @Test("that cannot be written costs no answer")
  func readOnly() throws {
    // A file stands where the folder would be.
    try kept.write("", to: "noriai")
    let source = try InstanceSource(at: sources.path)
    expectEqual(try cache.instance(from: source), try source.read())
    guard case .missing = cache.content(for: source) else {
      Issue.record("a file was written into a file")
      return
    }
  }

  @Test("leaves the folder of the sources as it is, and keeps folders of one name apart")
  func names() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
    let source = try InstanceSource(at: sources.path)
    _ = try cache.instance(from: source)
    let after = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
    #expect(before == after)
    let another = try TemporaryFolder(SmallInstances.karri)
    let other = try InstanceSource(at: another.path)
    #expect(cache.routingIndex(of: source).path != cache.routingIndex(of: other).path)
  }
}
