import Indicators
import Reports
import Testing

@Suite("CSV files")
struct ResultTablesTests {
  let figures = SmallRun.figures

  @Test("kpis.csv has a row per day and strategy in full precision")
  func kpis() {
    let rows = figures.kpisCSV.split(separator: "\n")
    #expect(rows.count == 1 + 2 * 2)
    #expect(rows[0].hasPrefix("day,strategy,wait_booking_s,wait_desired_s,wait_promise_s,"))
    #expect(
      rows[2]
        == "1,greedy,710,30,0,30,1,0,220,1.0833333333333333,46.666666666666664,300,3,1,2,0,"
        + "0.025925925925925925,2.5,1,1,3,0.75")
  }

  @Test("trips.csv tells how a request was served")
  func servedTrip() {
    let rows = figures.tripsCSV.split(separator: "\n")
    #expect(rows.count == 1 + 2 * 3)
    #expect(
      rows[2]
        == "1,greedy,0,,09:00:00,09:10:00,,600,2,phone,70+,hospital,north,south,"
        + "34.4805,135.4905,34.498,135.49,served,,,van 1,home,clinic,"
        + "09:11:00,09:11:00,09:11:00,09:11:10,09:15:40,660,0,0,0,270,240,1.125,70,340,yes")
  }

  @Test("trips.csv leaves empty what a refused request does not have, and quotes what needs it")
  func refusedTrip() {
    #expect(
      figures.tripsCSV.split(separator: "\n")[6]
        == "1,batch,1,,09:00:00,09:12:00,,720,1,phone,\"says \"\"young\"\", is not\",hospital,"
        + "north,south,34.4805,135.4905,34.498,135.49,refused,no_vehicle_in_time,09:00:00,"
        + ",,,,,,,,,,,3600,,,,,,")
  }

  @Test("vehicles.csv has a row per vehicle, day and strategy")
  func vehicles() {
    let rows = figures.vehiclesCSV.split(separator: "\n")
    #expect(rows.count == 1 + 2 * 2)
    #expect(rows[2] == "1,greedy,van 1,3,09:00:00,12:00:00,2,0,2,5,240,280,3,2,3,1,1")
  }

  @Test("a text that a spreadsheet would run begins with an apostrophe, a number does not")
  func formulas() {
    let figures = SmallRun.figures(strategies: ["=1+1", "-2", "-2a", "@x", "＝1", "=\"a\",b"])
    let names = figures.kpisCSV.split(separator: "\n").filter { $0.hasPrefix("0,") }
      .map { $0.dropFirst(2).prefix(8) }
    #expect(names == ["'=1+1,66", "-2,660,0", "'-2a,660", "'@x,660,", "'＝1,660,", "\"'=\"\"a\"\""])
  }

  @Test("a line break inside a cell is quoted, too")
  func lineBreak() {
    let figures = SmallRun.figures(strategies: ["two\nlines"])
    #expect(figures.kpisCSV.contains("\n0,\"two\nlines\",660,"))
  }
}
