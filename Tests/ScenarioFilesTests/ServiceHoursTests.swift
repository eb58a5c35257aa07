import Mobility
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("Hours begin with the opening time and end before the closing time")
struct ServiceHoursTests {
  @Test(
    "of a party that wants to leave",
    arguments: [("08:59:59", false), ("09:00", true), ("17:59:59", true), ("18:00", false)])
  func hours(_ desired: String, _ isServed: Bool) throws {
    let text = Samples.scenario(
      "{booked: \"09:00\", desired: \"09:10\"", "{booked: \"08:00\", desired: \"\(desired)\"")
    let scenario = try TemporaryFolder(["s.yaml": text]).read()
    guard case .listed(let bookings) = scenario.demand, let booking = bookings.first else {
      Issue.record("a list was expected")
      return
    }
    #expect(scenario.rules.refusal(of: booking.request) == (isServed ? nil : .outsideHours))
  }
}
