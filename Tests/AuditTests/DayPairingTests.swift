import Audit
import Journal
import Testing

@Suite("The days of the traces beside those of the inputs")
struct DayPairingTests {
  static let given = [3, 4].map {
    AuditedDay(trace: Trace(day: $0), requests: HandMadeDay.requests)
  }

  private func texts(_ days: [Int]) -> [String] {
    let traces = days.map { Trace(day: $0, records: HandMadeDay.trace.records) }
    return AuditedDay.pairing(Self.given, with: traces).findings.map(\.description)
  }

  @Test("each day of the inputs gets its own trace, and one without records where it has none")
  func pairs() {
    let traces = [Trace(day: 3, records: HandMadeDay.trace.records)]
    let (days, findings) = AuditedDay.pairing(Self.given, with: traces)
    #expect(findings == [])
    #expect(days.map(\.trace) == [traces[0], Trace(day: 4)])
    #expect(texts([3, 4]) == [])
  }

  @Test("records of a day that nobody was given, of one day in two pieces, of days out of order")
  func faults() {
    #expect(texts([3, 4, 7]) == ["day 7: records of a day that the inputs do not have"])
    #expect(
      texts([3, 4, 3]) == ["day 3: records again, expected each day in one piece"])
    #expect(texts([4, 3]) == ["day 3: records after day 4, expected days in order"])
  }
}
