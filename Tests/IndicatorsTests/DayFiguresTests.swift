import Indicators
import Journal
import Mobility
import Testing

@Suite("KPIs of a day")
struct DayFiguresTests {
  /// Worked out by hand: riders 2 + 1 + 1 served, 3 refused; the order is that of the bookings.
  static let expected: [(Indicator, Double)] = [
    (.waitBooking, (2 * 660 + 570 + 120) / 4),
    (.waitDesired, (2 * 0 + 30 + 0) / 4),
    (.waitPromise, (2 * 0 + 0 - 200) / 4),
    (.waitPenalised, (2 * 0 + 30 + 3 * 3600 + 0) / 7),
    (.servedShare, 4 / 7),
    (.refusedShare, 3 / 7),
    (.rideTime, (2 * 450 + 240 + 360) / 4),
    (.detourRatio, (2 * 1.25 + 1 + 1) / 4),
    (.walk, (2 * 110 + 0 + 10) / 4),
    (.journeyTime, (2 * 550 + 280 + 385) / 4),
    (.riders, 4),
    (.ridersPerVehicleHour, 4 / 4),
    (.distance, 8.5 + 5),
    (.emptyShare, (2 + 5) / 13.5),
    (.loadedTimeShare, (460 + 370) / 14400),
    (.occupancy, 12 / 6.5),
    (.pooledShare, 3 / 4),
    (.pooledRunShare, 1 / 3),
    (.vehicleHours, 4),
    (.computeTime, 0.25),
  ]

  @Test("every KPI of the small day is what it is by hand", arguments: expected)
  func smallDay(indicator: Indicator, expected: Double) throws {
    let figures = DayFigures(SmallDay.day, computeSeconds: 0.25)
    let value = try #require(figures.values[indicator])
    #expect(abs(value - expected) < 1e-12 * max(1, abs(expected)))
  }

  @Test("no KPI is left out of these tests")
  func allCovered() {
    #expect(Self.expected.map(\.0) == Indicator.allCases)
  }

  @Test("a party counts with all its riders, a refused one only in the penalised wait")
  func samples() {
    let figures = DayFigures(SmallDay.day)
    #expect(
      figures.samples[.waitDesired] == [Sample(0, count: 2), Sample(30), Sample(0)])
    #expect(
      figures.samples[.waitPenalised]
        == [Sample(0, count: 2), Sample(30), Sample(3600, count: 3), Sample(0)])
  }

  @Test("a day without requests has figures of the fleet only")
  func emptyDay() {
    let van = SmallDay.van0
    let trace = Trace(
      day: 3,
      records: [
        SmallDay.at("08:00:00", .onDuty(van, at: SmallDay.depot)),
        SmallDay.at("10:00:00", .offDuty(van, at: SmallDay.depot)),
      ])
    let inputs = DayInputs(
      requests: Column([]), vehicles: Column([SmallDay.van(0)]), refusalWait: .minutes(60))
    let figures = DayFigures(ServiceDay(trace, inputs: inputs))
    let present = Indicator.allCases.filter { figures.values[$0] != nil }
    #expect(
      present == [.riders, .ridersPerVehicleHour, .distance, .loadedTimeShare, .vehicleHours])
    #expect(figures.day == 3)
    #expect(figures.values[.riders] == 0)
    #expect(figures.values[.vehicleHours] == 2)
  }

  @Test("a ride between two places without driving time has no detour ratio")
  func noDirectRide() {
    let request = SmallDay.request(
      0, booked: "08:00:00", desired: "08:10:00", from: Access(place: SmallDay.a),
      to: Access(place: SmallDay.b))
    let van = SmallDay.van0
    let trace = Trace(
      day: 0,
      records: [
        SmallDay.at(
          "08:00:00",
          .accepted(request.id, by: van, SmallDay.promise(request, "08:10:00", direct: 0))),
        SmallDay.at("08:10:00", .boarded(request.id, on: van, at: SmallDay.a)),
        SmallDay.at("08:10:10", .departed(van, from: SmallDay.a, to: SmallDay.b)),
        SmallDay.at("08:10:10", .arrived(van, at: SmallDay.b, driven: .zero)),
        SmallDay.at("08:10:10", .alighted(request.id, from: van, at: SmallDay.b)),
      ])
    let inputs = DayInputs(
      requests: Column([request]), vehicles: Column([SmallDay.van(0)]), refusalWait: .zero)
    let figures = DayFigures(ServiceDay(trace, inputs: inputs))
    #expect(figures.values[.rideTime] == 0)
    #expect(figures.values[.detourRatio] == nil)
    #expect(figures.values[.occupancy] == nil)
  }

  @Test("columns are named after the KPI and its unit, once")
  func columnNames() {
    #expect(
      Indicator.allCases.map(\.columnName) == [
        "wait_booking_s", "wait_desired_s", "wait_promise_s", "wait_penalised_s", "served_share",
        "refused_share", "ride_time_s", "detour_ratio", "walk_m", "journey_time_s", "riders",
        "riders_per_vehicle_hour", "vkt_km", "empty_vkt_share", "loaded_time_share",
        "occupancy_riders", "pooled_share", "pooled_run_share", "vehicle_hours", "compute_time_s",
      ])
  }
}
