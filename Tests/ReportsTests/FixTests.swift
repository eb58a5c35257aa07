import Foundation
import Mobility
import Reports
import ScenarioModel
import Simulator
import Studies
import Testing

/// The small run's one refusal: the man on the second day, under batch.
@Suite("The cheapest fix of a refusal")
struct FixTests {
  private static func fix(_ change: Change?, day: Int = 1, request: Int = 1) -> Fix {
    let terms = SmallRun.rules.terms(
      for: SmallRun.man.request, from: SmallRun.man.request.pickups[0],
      to: SmallRun.man.request.dropoffs[0], direct: .minutes(2))
    let promise = SmallRun.rules.promise(
      of: terms, boarding: Instant(hour: 9, minute: 20), arrival: Instant(hour: 9, minute: 23))
    return Fix(
      strategy: "batch", day: day, request: RequestID(request),
      counterfactual: change.map {
        Counterfactual(
          change: $0, vehicle: SmallRun.van, promise: promise, reasonBefore: .noVehicleInTime)
      })
  }

  private func section(_ fixes: [Fix], day: Int? = nil) throws -> RefusalSection {
    let sample = PageSample.source()
    let source = PageSource(
      results: sample.results, figures: sample.figures, origin: sample.origin,
      proofs: sample.proofs, fixes: fixes.map { PageFix($0) })
    return try #require(PageData(of: source, day: day).refusals)
  }

  @Test(
    "stands beside the reason, in minutes or the hour of a van",
    arguments: [
      (Change.wait(minutes: 3), "wait", 3), (.walk(minutes: 4, farther: Meters(226)), "walk", 4),
      (.book(minutes: 12), "book_earlier", 12), (.van(fromHour: 9), "van", 9),
    ])
  func column(change: Change, name: String, amount: Int) throws {
    let refusals = try section([Self.fix(change)])
    #expect(refusals.fixDays == .all && refusals.fixDay == nil)
    let batch = try #require(refusals.rows[0].fixes[1].first)
    #expect(batch.change == name && batch.bookings == 1)
    #expect(batch.least == amount && batch.most == amount)
    #expect(refusals.rows[0].fixes[0].isEmpty, "greedy refused nobody")
  }

  @Test("is not shown where it was not looked for, and said to be none where nothing helps")
  func missing() throws {
    let none = try section([])
    #expect(none.fixDays == .none && none.rows[0].fixes.allSatisfy(\.isEmpty))
    let other = try section([Self.fix(.wait(minutes: 1), request: 0)])
    #expect(other.fixDays == .none)
    let nothing = try section([Self.fix(nil)])
    #expect(nothing.rows[0].fixes[1].map(\.change) == ["none"])
    #expect(nothing.rows[0].fixes[1].allSatisfy { $0.least == nil })
  }

  @Test("a row of fixes.csv is read back as it was; anything else is no row")
  func table() throws {
    let changes: [Change?] = [
      .wait(minutes: 3), .walk(minutes: 4, farther: Meters(226)), .book(minutes: 12),
      .van(fromHour: 9), nil,
    ]
    let fixes = changes.enumerated().map { Self.fix($1, request: $0) }
    let lines = FixTable.csv(of: fixes, in: SmallRun.scenario).split(separator: "\n")
    #expect(
      lines == [
        "day,strategy,request,change,minutes,walk_m,van_from_h,vehicle,promised,pickup,dropoff",
        "1,batch,0,wait,3,,,van 1,09:20:00,shop,clinic",
        "1,batch,1,walk,4,226,,van 1,09:20:00,shop,clinic",
        "1,batch,2,book_earlier,12,,,van 1,09:20:00,shop,clinic",
        "1,batch,3,van,,,9,van 1,09:20:00,shop,clinic",
        "1,batch,4,none,,,,,,,",
      ])
    func row(_ line: Substring) -> [String: String] {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(PageFix.columns, cells))
    }
    for (line, fix) in zip(lines.dropFirst(), fixes) {
      #expect(PageFix(row: row(line)) == PageFix(fix))
    }
    #expect(PageFix(row: row("1,batch,0,hope,3,,")) == nil)
    #expect(PageFix(row: row("one,batch,0,wait,3,,")) == nil)
  }
}
