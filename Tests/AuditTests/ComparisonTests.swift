import Audit
import Testing

@Suite("Claimed figures")
struct ComparisonTests {
  static let derived = FigureTests.auditor.figures(of: [HandMadeDay.day, FigureTests.quietDay])

  private func claim(
    _ figure: Figure, onFirstDay change: (Double?) -> Double?
  ) -> RunFigures {
    var days = Self.derived.days
    var values = days[0].values
    values[figure] = change(values[figure])
    days[0] = RunFigures.Day(day: days[0].day, values: values)
    return RunFigures(days: days, summaries: Self.derived.summaries)
  }

  @Test("figures that are equal but for rounding pass")
  func rounding() {
    let claimed = claim(.waitDesired) { $0.map { $0 * (1 + 1e-10) } }
    #expect(Auditor.differences(between: claimed, and: Self.derived) == [])
    let nearZero = claim(.waitPromise) { $0.map { $0 + 1e-13 } }
    #expect(Auditor.differences(between: nearZero, and: Self.derived) == [])
  }

  @Test("each figure that is off by a little on one day is named", arguments: Figure.allCases)
  func offByALittle(figure: Figure) {
    let claimed = claim(figure) { $0.map { $0 + max(1e-8, $0 * 1e-8) } }
    let findings = Auditor.differences(between: claimed, and: Self.derived)
    #expect(findings.map(\.rule) == [.figure])
    #expect(findings.first?.day == 3)
    #expect(findings.first?.text.hasPrefix("\(figure.rawValue): expected ") == true)
  }

  @Test("a value where there should be none, or none where there should be one, is named")
  func missing() {
    let none = Auditor.differences(
      between: claim(.occupancy) { _ in nil }, and: Self.derived)
    #expect(none.map(\.description) == ["day 3: occupancy: expected 2.0, found no value"])
    let some = Auditor.differences(
      between: Self.derived, and: claim(.occupancy) { _ in nil })
    #expect(some.map(\.description) == ["day 3: occupancy: expected no value, found 2.0"])
  }

  @Test("each part of a summary is compared")
  func summaries() {
    var summaries = Self.derived.summaries
    summaries[.vehicleKm] = RunFigures.Summary(
      mean: 1, p50: 1, p90: 1, p95: 1, ci95: 1...2, p90CI95: 1...2, days: 1)
    let claimed = RunFigures(days: Self.derived.days, summaries: summaries)
    let texts = Auditor.differences(between: claimed, and: Self.derived).map(\.description)
    let parts = [
      "mean", "p50", "p90", "p95", "ci95 from", "ci95 to", "p90_ci95 from", "p90_ci95 to", "days",
    ]
    #expect(
      texts.map { $0.split(separator: ": expected")[0] } == parts.map { "all days: vkt \($0)" })
  }

  @Test("days that are missing or surplus are named")
  func days() {
    let fewer = RunFigures(days: [Self.derived.days[0]], summaries: Self.derived.summaries)
    #expect(Auditor.differences(between: fewer, and: Self.derived).map(\.day) == [4])
    #expect(Auditor.differences(between: Self.derived, and: fewer).map(\.day) == [4])
  }
}
