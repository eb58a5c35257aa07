import Mobility
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("Trains reach their stations one after another")
struct TrainDelayTests {
  @Test("by the station that a purpose draws, or by its category", arguments: [true, false])
  func delays(byKey: Bool) throws {
    var files = files("station: 12 min 30 s")
    if !byKey {
      files["town.yaml"] = files["town.yaml"]?
        .replacing("attractions: {station: 40}", with: "categories: {station: 1, shop: 1}")
    }
    let scenario = try TemporaryFolder(files).read("town.yaml")
    guard case .synthetic(let model) = scenario.demand else {
      Issue.record("the demand is no model")
      return
    }
    let delays = model.purposes[1].attractions.map { $0.trainDelay }
    #expect(delays == [.seconds(750)] + (byKey ? [] : [.zero]))
    #expect(model.purposes[0].attractions.allSatisfy { $0.trainDelay == .zero })
  }

  @Test("a station that is not known")
  func unknownStation() throws {
    #expect(
      try TemporaryFolder(files("statoin: 2 min")).problems("town.yaml") == """
        town.yaml:47:25: demand.purposes[2].trains.reached_after: expected the key of an \
        attraction, found "statoin"
                    reached_after: {statoin: 2 min}
                                    ^
        nearest known key: station
        """)
  }

  @Test("a duration without its unit", arguments: [true, false])
  func wrongDuration(byKey: Bool) throws {
    var files = files("station: 2")
    if !byKey {
      files["town.yaml"] = files["town.yaml"]?
        .replacing("attractions: {station: 40}", with: "categories: {station: 1}")
    }
    #expect(
      try TemporaryFolder(files).problems("town.yaml") == """
        town.yaml:47:34: demand.purposes[2].trains.reached_after.station: expected a duration \
        up to 24 h, such as "10 min" or "30 s", found "2"
                    reached_after: {station: 2}
                                             ^
        """)
  }

  private func files(_ delays: String) -> [String: String] {
    var files = TownSample.files
    files["town.yaml"] = TownSample.scenario.replacing(
      "      trains: {first: \"17:00\", last: \"21:30\", headway: 7 min 30 s, egress: {shortest: 1 min, longest: 3 min}}",
      with: """
              trains:
                first: "17:00"
                last: "21:30"
                headway: 7 min 30 s
                reached_after: {\(delays)}
                egress: {shortest: 1 min, longest: 3 min}
        """)
    return files
  }
}
