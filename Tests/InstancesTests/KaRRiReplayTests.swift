import Dispatching
import Foundation
import Indicators
import Instances
import Mobility
import Testing

/// The reference run of KaRRi, if it is beside the project.
private let reference = URL(fileURLWithPath: #filePath)
  .appendingPathComponent("../../../../shared/data/karri-grid100").standardizedFileURL.path

@Suite("The reference run of KaRRi")
struct KaRRiReplayTests {
  private func loaded() throws -> (instance: Instance, service: Service) {
    let instance = try InstanceSource(at: reference).read()
    return (instance, instance.service())
  }

  @Test(
    "is decided alike from its own state, but where two shortest paths tie",
    .enabled(if: FileManager.default.fileExists(atPath: reference), "../shared is absent"))
  func decisions() throws {
    let (instance, service) = try loaded()
    let expected = try #require(instance.reference)
    var replay = KaRRiReplay(of: expected, in: instance, service: service)
    replay.run()
    #expect(expected.order.count == 5000)
    #expect(replay.mismatches == [])
    #expect(replay.pathTies.count <= 25)

    // A rule that is a little off shows in many decisions.
    var rules = instance.rules
    rules.halt = .seconds(61)
    let off = Service(
      travelTimes: service.travelTimes, rules: rules, weights: instance.weights)
    var other = KaRRiReplay(of: expected, in: instance, service: off)
    other.run()
    #expect(other.mismatches.count > 4000)
  }

  @Test(
    "has the same means as a day that is left to itself",
    .enabled(if: FileManager.default.fileExists(atPath: reference), "../shared is absent"))
  func means() throws {
    let (instance, service) = try loaded()
    let expected = try #require(instance.reference).service.values
    let trace = try instance.greedyDay(in: service)
    let day = ServiceDay(
      trace,
      inputs: DayInputs(
        requests: instance.requests, vehicles: instance.vehicles, refusalWait: .zero))
    let rides = day.trips.values.compactMap(\.ride)
    #expect(rides.count == 5000)
    func mean(_ spans: [TimeSpan]) -> Double {
      spans.reduce(0) { $0 + $1.inSeconds } / Double(spans.count)
    }
    func agree(_ ours: Double, _ theirs: Double) -> Bool { abs(ours / theirs - 1) < 0.002 }
    let waits = mean(rides.map { $0.departed - $0.promise.terms.ready })
    let journeys = mean(rides.map(\.duration))
    #expect(agree(waits, mean(expected.map(\.wait))))
    #expect(agree(journeys, mean(expected.map(\.ride))))
    #expect(agree(waits + journeys, mean(expected.map { $0.wait + $0.ride })))
  }
}
