import Foundation
import Instances
import Mobility
import RoadNetwork
import Testing

/// The development data beside the clone, where it is.
private let data = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/data").path

private func isThere(_ name: String) -> Bool {
  FileManager.default.fileExists(atPath: data + "/" + name)
}

@Suite("Published benchmarks")
struct PublishedInstanceTests {
  @Test(
    "tiny has what its generator was told",
    .enabled(if: isThere("instances/tiny"), "no ../shared/data/instances/tiny"))
  func tiny() throws {
    let instance = try InstanceSource(at: data + "/instances/tiny").read()
    #expect(instance.network.nodeCount == 200)
    #expect(instance.network.edgeCount == 628)
    #expect(instance.vehicles.count == 5)
    #expect(instance.requests.count == 100)
    #expect(instance.rules.maximumWait == .seconds(630))
  }

  @Test(
    "karri-grid100: the travel times are those that KaRRi states",
    .enabled(if: isThere("karri-grid100"), "no ../shared/data/karri-grid100"))
  func karri() throws {
    let instance = try InstanceSource(at: data + "/karri-grid100").read()
    #expect(instance.network.nodeCount == 10_000)
    #expect(instance.network.edgeCount == 39_600)
    #expect(instance.vehicles.count == 200)
    #expect(instance.requests.count == 5000)
    let reference = try #require(instance.reference)
    let times = instance.travelTimes { RoutingIndex($0) }
    let wrong = instance.requests.values.filter { request in
      times.drive(
        from: request.pickups[0].place, to: request.dropoffs[0].place, departing: request.desired)
        != reference.assignments[request.id].direct
    }
    #expect(wrong.isEmpty, "\(wrong.count) of 5,000 direct rides differ")
  }

  @Test(
    "manhattan: the parts that do not connect are left out",
    .enabled(if: isThere("requests/manhattan"), "no ../shared/data/requests/manhattan"))
  func manhattan() throws {
    let instance = try InstanceSource(at: data + "/requests/manhattan").read()
    #expect(instance.network.nodeCount + instance.unconnectedNodes == 4197)
    #expect(instance.vehicles.count == 1200)
    #expect(instance.requests.count == 19_979)
  }
}
