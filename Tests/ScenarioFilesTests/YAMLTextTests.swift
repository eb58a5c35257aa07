import Mobility
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("YAML that people and programs write")
struct YAMLTextTests {
  private func problems(_ text: String) throws -> String {
    try TemporaryFolder(["s.yaml": text]).problems()
  }

  /// Each line stands for many times the one before it.
  private func bomb(_ item: (_ before: String) -> String) -> String {
    "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
      + (1..<30).map { "a\($0): &a\($0) \(item("*a\($0 - 1)"))\n" }.joined()
  }

  @Test("aliases of aliases end with one short error")
  func bombs() throws {
    let expected = "expected aliases for at most 100000 values in all, found more"
    let lists = try problems(
      bomb { before in "[" + (1...9).map { _ in before }.joined(separator: ", ") + "]" })
    #expect(lists.hasPrefix("s.yaml:6:"))
    #expect(lists.contains(expected))
    #expect(lists.split(separator: "\n").count == 3)
    let sections = try problems(
      bomb { before in "{" + (1...9).map { "k\($0): \(before)" }.joined(separator: ", ") + "}" })
    #expect(sections.contains(expected))
    let merged = try problems(
      bomb { before in "[" + (1...9).map { _ in "{<<: \(before)}" }.joined(separator: ", ") + "]" })
    #expect(merged.contains(expected))
    // Yams would compare such keys piece by piece.
    let keys = try problems(bomb { before in "[\(before), \(before)]" } + "? *a29\n: 1\n*a29 : 2\n")
    #expect(keys.contains(expected))
  }

  @Test("what is nested too deep is refused, by brackets, by lines and by aliases")
  func depth() throws {
    let expected = "expected lists and sections at most 100 deep, found deeper ones"
    for text in [
      "a: " + String(repeating: "[", count: 10_000),
      "a: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
      "a: " + String(repeating: "{b: ", count: 5000),
      String(repeating: "- ", count: 5000) + "a",
      "a0: &a0 [x]\n" + (1..<5000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined(),
    ] {
      let found = try problems(text)
      #expect(found.contains(expected))
      #expect(found.split(separator: "\n").count == 3)
    }
  }

  @Test("aliases and merge keys are read")
  func aliases() throws {
    let text = Samples.scenario(
      "    - {booked: \"09:00\", desired: \"09:10\", from: clinic, to: shop, riders: 2}",
      """
          - &first {booked: &nine "09:00", desired: "09:10", from: clinic, to: shop, riders: 2}
          - {<<: *first, desired: "09:30"}
          - {booked: *nine, <<: [{desired: "10:00", riders: 3}, *first]}
      """)
    guard case .listed(let bookings) = try TemporaryFolder(["s.yaml": text]).read().demand else {
      Issue.record("a list was expected")
      return
    }
    #expect(
      bookings.map { "\($0.request.desired) \($0.request.riders)" } == [
        "09:10:00 2", "09:30:00 2", "10:00:00 3",
      ])
  }

  @Test("an alias of nothing, and a merge of what is no section")
  func wrongAliases() throws {
    #expect(
      try problems(Samples.scenario("seats: 8", "seats: *eight")) == """
        s.yaml:25:10: fleet.seats: expected an anchor "&eight" before this alias of it, found none
              seats: *eight
                     ^
        """)
    #expect(
      try problems(Samples.scenario("  seats: 8", "  seats: 8\n  <<: 3")) == """
        s.yaml:26:7: fleet.<<: expected a section to merge, found "3"
              <<: 3
                  ^
        """)
  }

  @Test("an asterisk within a text, and in quotation marks, is one")
  func asterisks() throws {
    let text = Samples.scenario("{en: Tiny,", "{en: \"*Tiny*\",").replacing(
      "name: 店,", with: "name: 店*,")
    let scenario = try TemporaryFolder(["s.yaml": text]).read()
    #expect(scenario.title.english == "*Tiny*")
    #expect(scenario.places.values.map { $0.name }.contains("店*"))
  }

  @Test(
    "control characters are refused, written out or as escapes",
    arguments: [
      (#"name: "店\e[31m","#, "s.yaml:14:23: stops[2].name: ", "U+001B"),
      (#"name: "店\0","#, "s.yaml:14:23: stops[2].name: ", "U+0000"),
      (#"name: "店\u202E","#, "s.yaml:14:23: stops[2].name: ", "U+202E"),
      (#"name: 店, "na\u0007me": 角,"#, "s.yaml:14:26: stops[2]: ", "U+0007"),
      ("name: 店\u{1B},", "s.yaml:14:24: ", "U+001B"),
      ("name: 店\u{2067},", "s.yaml:14:24: ", "U+2067"),
    ])
  func controls(_ name: String, _ place: String, _ code: String) throws {
    let found = try problems(Samples.scenario("name: 店,", name))
    let lines = found.split(separator: "\n")
    #expect(lines.first?.hasPrefix(place) == true)
    #expect(
      lines.first?.hasSuffix("found \(code)") == true)
    #expect(found.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isControl })
  }

  @Test("a text is one line; what YAML joins to one is, and spaces around it do not count")
  func lines() throws {
    let folded = Samples.scenario(
      "{en: Tiny, ja: 小さな町}", "\n  en: >\n    Tiny\n    town\n  ja: \" 町 \"")
    let title = try TemporaryFolder(["s.yaml": folded]).read().title
    #expect(title.english == "Tiny town")
    #expect(title.japanese == "町")
    #expect(
      try problems(folded.replacing("en: >", with: "en: |")) == """
        s.yaml:3:7: title.en: expected a text in one line, found U+000A
              en: |
                  ^
        `>-` before a text of several lines joins them
        """)
  }

  @Test("a scenario with more problems than anybody reads is not told to the end")
  func manyProblems() throws {
    let requests = String(repeating: "    - {from: x}\n", count: 300)
    let found = try problems(Samples.scenario("strategies:", requests + "strategies:"))
    #expect(found.hasPrefix("s.yaml: the first 200 of 1200 problems are shown\n"))
  }
}
