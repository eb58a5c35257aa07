import ScenarioFiles
import TestSupport
import Testing

@Suite("What is wrong with a scenario is said in full")
struct DiagnosticsTests {
  private func expect(
    _ old: String, _ new: String, _ message: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let found = try TemporaryFolder(["s.yaml": Samples.scenario(old, new)]).problems()
    #expect(found == message, sourceLocation: location)
  }

  @Test("an unknown key names the nearest known one")
  func unknownKey() throws {
    try expect(
      "  seats: 8", "  seets: 8",
      """
      s.yaml:23:1: fleet.seats: expected a whole number from 1 to 100, found nothing
          fleet:
          ^
      s.yaml:25:3: fleet.seets: expected a known key, found "seets"
            seets: 8
            ^
      nearest known key: seats
      """)
  }

  @Test("a key that resembles none is met with all of them")
  func strangeKey() throws {
    try expect(
      "  seats: 8", "  seats: 8\n  refrigerators: 3",
      """
      s.yaml:26:3: fleet.refrigerators: expected a known key, found "refrigerators"
            refrigerators: 3
            ^
      known keys: vans, seats, start, end, shift, vehicles
      """)
  }

  @Test("a value of the wrong kind is quoted")
  func wrongKind() throws {
    try expect(
      "vans: 2", "vans: twelve",
      """
      s.yaml:24:9: fleet.vans: expected a whole number from 1 to 1000, found "twelve"
            vans: twelve
                  ^
      """)
  }

  @Test("a plain number where a unit belongs is an error that shows how units are written")
  func unitMissing() throws {
    try expect(
      "halt: 20 s", "halt: 20",
      """
      s.yaml:22:9: service.halt: expected a duration up to 24 h, such as "10 min" or "30 s", found "20"
            halt: 20
                  ^
      """)
  }

  @Test("a value out of range names the range")
  func outOfRange() throws {
    try expect(
      "latitude: 34.48", "latitude: 344.8",
      """
      s.yaml:11:28: network.grid.south_west.latitude: expected a latitude in degrees from -85 \
      to 85, found "344.8"
              south_west: {latitude: 344.8, longitude: 135.49}
                                     ^
      """)
  }

  @Test("a list where one value belongs is called a list")
  func wrongShape() throws {
    try expect(
      "days: 1", "days: [1]",
      """
      s.yaml:3:7: days: expected a whole number from 1 to 3660, found a list
          days: [1]
                ^
      """)
  }

  @Test("a key that is given again is an error at each place but the first")
  func duplicateKey() throws {
    try expect(
      "  seats: 8", "  seats: 8\n  \"seats\": 9\n  seats: 7\n  vans: 3",
      """
      s.yaml:26:3: fleet.seats: expected each key once, found it again in the same section
            "seats": 9
            ^
      s.yaml:27:3: fleet.seats: expected each key once, found it again in the same section
            seats: 7
            ^
      s.yaml:28:3: fleet.vans: expected each key once, found it again in the same section
            vans: 3
            ^
      """)
    try expect(
      "name: 店, column: 3", "name: 店, name: 角, column: 3",
      """
      s.yaml:14:26: stops[2].name: expected each key once, found it again in the same section
            - {key: shop, name: 店, name: 角, column: 3, row: 2}
                                    ^
      """)
  }

  @Test("what is no YAML is an error at its place")
  func noYAML() throws {
    try expect(
      "days: 1", "days: [1",
      """
      s.yaml:4:5: expected YAML, did not find expected ',' or ']'
          seed: 1
              ^
      """)
  }

  @Test("the caret stands below its column after Japanese text, which is twice as wide")
  func caretAfterJapanese() throws {
    try expect(
      "name: 店, column: 3", "name: 店, column: x",
      """
      s.yaml:14:34: stops[2].column: expected a whole number from 1 to 300, found "x"
            - {key: shop, name: 店, column: x, row: 2}
                                            ^
      """)
  }

  @Test("a missing scenario ends with code 66, a bad one with 65")
  func exitCodes() throws {
    let folder = try TemporaryFolder(["s.yaml": Samples.scenario("days: 1", "days: x")])
    #expect(
      folder.problems("t.yaml")
        == "t.yaml: expected a file that can be read, found none at \"t.yaml\"")
    #expect(throws: InputErrors.self) { try folder.read("t.yaml") }
    func code(_ name: String) -> Int32? {
      do throws(InputErrors) {
        _ = try ScenarioReader.read(folder[name], strategies: Samples.strategies)
        return nil
      } catch {
        return error.exitCode
      }
    }
    #expect(code("t.yaml") == 66)
    #expect(code("s.yaml") == 65)
    #expect(Diagnostic.Kind.cannotWrite.exitCode == 73)
  }

  @Test("all problems of a scenario are told at once, by line")
  func severalProblems() throws {
    let text = Samples.scenario("vans: 2", "vans: 0").replacing("name: tiny", with: "name: My Town")
      .replacing("from: clinic", with: "from: clinik").replacing("greedy: {}", with: "greedi: {}")
      .replacing("start: depot", with: "start: depo")
    let found = try TemporaryFolder(["s.yaml": text]).problems()
    #expect(
      found == """
        s.yaml:1:7: name: expected a name of at most 100 lower-case letters, digits and hyphens, found "My Town"
            name: My Town
                  ^
        s.yaml:24:9: fleet.vans: expected a whole number from 1 to 1000, found "0"
              vans: 0
                    ^
        s.yaml:26:10: fleet.start: expected the key of a stop or depot, found "depo"
              start: depo
                     ^
        nearest known key: depot
        s.yaml:31:49: demand.requests[1].from: expected the key of a stop, found "clinik"
                - {booked: "09:00", desired: "09:10", from: clinik, to: shop, riders: 2}
                                                            ^
        nearest known key: clinic
        s.yaml:32:1: strategies: expected at least one of greedy, batch, found none
            strategies:
            ^
        s.yaml:33:3: strategies.greedi: expected a known key, found "greedi"
              greedi: {}
              ^
        nearest known key: greedy
        """)
  }
}
