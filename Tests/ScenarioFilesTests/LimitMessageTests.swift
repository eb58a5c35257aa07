import ScenarioFiles
import TestSupport
import Testing

@Suite("A message names the limit that a value is beyond")
struct LimitMessageTests {
  @Test(
    "of a scenario",
    arguments: [
      ("maximum_wait: 30 min", "maximum_wait: 25 h", "up to 24 h", nil),
      ("maximum_wait: 30 min", "maximum_wait: 99999999999 min", "up to 24 h", nil),
      ("halt: 20 s", "halt: -20 s", "up to 24 h", nil),
      ("halt: 20 s", "halt: 0.0001 s", "up to 24 h", "at most three decimals"),
      ("halt: 20 s", "halt: 20 s 1 min", "up to 24 h", "from large units to small ones, each once"),
      ("seed: 1", "seed: 18446744073709551616", "from 0 to 18446744073709551615", nil),
      ("days: 1", "days: 3661", "from 1 to 3660", nil),
      ("hours: \"09:00-18:00\"", "hours: \"00:00-48:00\"", "up to 47:59", nil),
      (
        "hours: \"09:00-18:00\"", "hours: \"22:00-02:00\"", "a later closing time",
        "26:00 is 2 in the night"
      ),
      (
        "shift: \"09:00-18:00\"", "shift: \"22:00-02:00\"", "a later closing time",
        "26:00 is 2 in the night"
      ),
      (
        "shift: \"09:00-18:00\"", "shift: \"09:00-09:00\"", "a later closing time",
        "26:00 is 2 in the night"
      ),
      ("desired: \"09:10\"", "desired: \"48:00\"", "a time up to 47:59", nil),
      ("booked: \"09:00\"", "booked: \"48:00\"", "a time up to 47:59", nil),
      ("factor: 1.5", "factor: 101", "from 1 to 100 with at most three decimals", nil),
      ("name: tiny", "name: \(String(repeating: "x", count: 101))", "at most 100", nil),
    ])
  func scenario(_ old: String, _ new: String, _ limit: String, _ hint: String?) throws {
    let found = try TemporaryFolder(["s.yaml": Samples.scenario(old, new)]).problems()
    let lines = found.split(separator: "\n")
    #expect(lines.count == (hint == nil ? 3 : 4))
    #expect(lines.first?.contains(limit) == true)
    if let hint { #expect(lines.last == hint[...]) }
  }
}
