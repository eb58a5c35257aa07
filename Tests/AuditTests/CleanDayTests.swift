import Audit
import Testing

@Suite("A day by the rules")
struct CleanDayTests {
  @Test("the audit finds nothing in the hand-made day")
  func cleanDay() {
    #expect(Auditor(HandMadeDay.inputs).findings(in: HandMadeDay.day).map(\.description) == [])
  }
}
