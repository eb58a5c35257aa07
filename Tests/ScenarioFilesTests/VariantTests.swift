import Mobility
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("A variant states only what differs")
struct VariantTests {
  @Test("sections are merged, lists replaced, and null removes what is inherited")
  func merging() throws {
    let folder = try TemporaryFolder(TownSample.files)
    try folder.write(
      """
      extends: ../town.yaml
      name: variant
      fleet:
        vehicles: null
        vans: 3
        seats: 5
        start: east
        shift: "09:00-12:00"
      demand:
        party_sizes: [1]
      """, to: "variants/v.yaml")
    let scenario = try folder.read("variants/v.yaml")
    #expect(scenario.name == "variant")
    #expect(scenario.days == 2)
    #expect(scenario.vehicles.values.map { $0.cabin.seats } == [5, 5, 5])
    guard case .synthetic(let model) = scenario.demand else {
      Issue.record("a model was expected")
      return
    }
    #expect(model.partySizes == [1])
    #expect(model.phoneShare == 0.35)
  }

  @Test("a problem is reported in the file that it stands in")
  func marksOfBase() throws {
    let folder = try TemporaryFolder([
      "s.yaml": "extends: base.yaml\nseed: x\n",
      "base.yaml": Samples.scenario("days: 1", "days: x"),
    ])
    let found = folder.problems()
    #expect(
      found == """
        base.yaml:3:7: days: expected a whole number from 1 to 3660, found "x"
            days: x
                  ^
        s.yaml:2:7: seed: expected a whole number from 0 to 18446744073709551615, found "x"
            seed: x
                  ^
        """)
  }

  @Test("a circle of files is an error where it closes")
  func cycle() throws {
    let folder = try TemporaryFolder([
      "s.yaml": "extends: ./t.yaml\n", "t.yaml": "name: t\nextends: s.yaml\n",
    ])
    let found = folder.problems()
    #expect(
      found == """
        t.yaml:2:10: extends: expected a file that does not extend this one, found "s.yaml", which \
        does
            extends: s.yaml
                     ^
        """)
  }

  @Test("a base that is not there is named at the line that names it")
  func missingBase() throws {
    let found = try TemporaryFolder(["s.yaml": "extends: base.yaml\n"]).problems()
    #expect(
      found == """
        s.yaml:1:10: extends: expected a file that can be read, found none at "base.yaml"
            extends: base.yaml
                     ^
        """)
  }

  @Test("--set changes a field after all files are read")
  func overrides() throws {
    let scenario = try TemporaryFolder(TownSample.files).read(
      "town.yaml",
      set: [
        ("fleet.vehicles.1.seats", "9"), ("strategies.greedy", "null"),
        ("service.weights", "{ride: 2}"), ("service.hours", "10:00-11:00"),
      ])
    #expect(scenario.vehicles.values.map { $0.cabin.seats } == [4, 9])
    #expect(scenario.strategies.map { $0.id } == ["batch"])
    #expect(scenario.weights == Weights(driving: 500, ride: 2000, walk: 1125))
    #expect(scenario.rules.hours.opens == Instant(hour: 10))
  }

  @Test("a problem with --set names the option instead of a file")
  func overrideProblems() throws {
    let found = try TemporaryFolder(["s.yaml": Samples.scenario]).problems(
      set: [("fleet.vans", "many"), ("fleet.seets", "3")])
    #expect(
      found == """
        --set fleet.seets=3: fleet.seets: expected a known key, found "seets"
        nearest known key: seats
        --set fleet.vans=many: fleet.vans: expected a whole number from 1 to 1000, found "many"
        """)
  }

  @Test(
    "--set is named for all that it leads to",
    arguments: [
      (
        "demand.requests.7.riders", "9",
        "demand.requests: expected a position in the list from 0 to 0, found \"7\""
      ),
      (
        "demand.requests.last.riders", "9",
        "demand.requests: expected a position in the list from 0 to 0, found \"last\""
      ),
      (
        "fleet.vans.red", "9",
        "fleet.vans: expected a section to set \"red\" in, found \"2\""
      ),
      (
        "fleet.seats", "null", "fleet.seats: expected a whole number from 1 to 100, found nothing"
      ),
      ("fleet..vans", "2", "expected keys joined by dots, as in fleet.vans, found \"fleet..vans\""),
      (
        "extends", "b.yaml",
        "extends: expected a field that can be set, found one that is read before"
      ),
      (
        "stops.0", "{key: clinic, key: shop}",
        "stops.0.key: expected each key once, found it again in the same section"
      ),
      (
        "title.en", "a\u{1B}[31m",
        "title.en: expected a text without control characters, found U+001B"
      ),
      ("fleet.seats", "[1", "fleet.seats: expected YAML, did not find expected ',' or ']'"),
    ])
  func overrideAtFault(_ key: String, _ value: String, _ expected: String) throws {
    let found = try TemporaryFolder(["s.yaml": Samples.scenario]).problems(set: [(key, value)])
    let shown = value.replacing("\u{1B}", with: "<U+001B>")
    #expect(found == "--set \(key)=\(shown): " + expected)
  }

  @Test("what a variant takes away and needs is missed where it takes it away")
  func removed() throws {
    let folder = try TemporaryFolder([
      "s.yaml": "extends: base.yaml\nfleet:\n  seats: null\n", "base.yaml": Samples.scenario,
    ])
    #expect(
      folder.problems() == """
        s.yaml:3:10: fleet.seats: expected a whole number from 1 to 100, found nothing
              seats: null
                     ^
        """)
  }
}
