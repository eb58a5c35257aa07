import Audit
import Journal
import Mobility
import Testing

@Suite("Tables, worked out again")
struct TableTests {
  private static let trips = FigureTests.auditor.trips(of: HandMadeDay.day, strategy: "greedy")
  private static let vehicles = FigureTests.auditor.vehicles(
    of: HandMadeDay.day, strategy: "greedy")

  /// As a run would write it.
  private static func texts(_ table: DerivedTable) -> [[String: String]] {
    table.rows.map { row in
      row.mapValues { cell in
        switch cell {
        case .none: ""
        case .text(let text): text
        case .number(let number): "\(number)"
        }
      }
    }
  }

  private func differences(
    _ rows: [[String: String]], columns: Set<String>? = nil, from table: DerivedTable
  ) -> [String] {
    Auditor.differences(
      inTable: "t.csv", columns: (columns ?? table.columns).sorted(), rows: rows, and: table
    ).map(\.text)
  }

  @Test("the row of a rider says what pencil and paper say")
  func rider() {
    #expect(
      Self.trips.rows[0] == [
        "day": .number(3), "strategy": .text("greedy"), "request": .number(0),
        "booked": .text("-06:00:00"), "desired": .text("09:04:00"), "arrive_by": .none,
        "lead_s": .number(54_240), "riders": .number(1), "answer": .text("served"),
        "reason": .none, "refused_at": .none, "vehicle": .text("van 1"),
        "pickup": .text("place 0"), "dropoff": .text("place 2"), "ready": .text("09:05:00"),
        "promised": .text("09:05:00"), "boarded": .text("09:05:00"),
        "departed": .text("09:05:25"), "alighted": .text("09:07:25"),
        "wait_booking_s": .number(54_300), "wait_desired_s": .number(0),
        "wait_promise_s": .number(0), "wait_penalised_s": .number(0), "ride_time_s": .number(120),
        "direct_s": .number(120), "detour_ratio": .number(1), "walk_m": .number(120),
        "journey_time_s": .number(235), "pooled": .text("yes"),
      ])
    #expect(Self.trips.rows.count == HandMadeDay.requests.count)
    #expect(Self.trips.rows[4]["answer"] == .text("refused"))
    #expect(Self.trips.rows[4]["reason"] == .text("lead_time"))
    #expect(Self.trips.rows[4]["refused_at"] == .text("09:12:00"))
    #expect(Self.trips.rows[4]["wait_penalised_s"] == .number(3600))
  }

  @Test("the rows of the vehicles add up to the figures of the day")
  func fleet() throws {
    func sum(_ column: String) -> Double {
      Self.vehicles.rows.reduce(0) { sum, row in
        guard case .number(let number)? = row[column] else { return sum }
        return sum + number
      }
    }
    #expect(abs(sum("driven_km") - 11.1) < 1e-9)
    #expect(abs(sum("empty_km") - 4.2) < 1e-9)
    #expect(abs(sum("rider_km") - 2 * 6.9) < 1e-9)
    #expect(sum("riders") == 10)
    #expect(sum("loaded_s") == 1062)
    #expect(sum("runs") == 6)
    #expect(sum("pooled_runs") == 2)
    #expect(
      Self.vehicles.rows.map { $0["vehicle"] } == [.text("van 1"), .text("van 2"), .text("van 3")])
  }

  @Test("a table that says the same passes, numbers within the tolerance of figures")
  func same() {
    #expect(differences(Self.texts(Self.trips), from: Self.trips) == [])
    var rows = Self.texts(Self.vehicles)
    #expect(differences(rows, from: Self.vehicles) == [])
    rows[0]["driving_s"] = "\((Double(rows[0]["driving_s"] ?? "") ?? 0) * (1 + 1e-11))"
    #expect(differences(rows, from: Self.vehicles) == [])
  }

  @Test("each cell that says something else is named", arguments: [0, 4])
  func cells(row: Int) throws {
    for column in Self.trips.columns {
      var rows = Self.texts(Self.trips)
      let old = try #require(rows[row][column])
      rows[row][column] = Double(old).map { "\($0 + 1)" } ?? old + "x"
      let texts = differences(rows, from: Self.trips)
      #expect(texts.count == 1, "\(column)")
      #expect(texts.first?.hasPrefix("t.csv: row \(row + 1), \(column): expected ") == true)
    }
  }

  @Test("what is no number is none", arguments: ["1e999", "inf", "-inf", "nan", "x", ""])
  func noNumbers(text: String) {
    var rows = Self.texts(Self.vehicles)
    rows[1]["halts"] = text
    #expect(differences(rows, from: Self.vehicles).count == 1)
  }

  @Test("rows and columns that lack or are too many are named")
  func shape() {
    let rows = Self.texts(Self.vehicles)
    #expect(
      differences(Array(rows.dropLast()), from: Self.vehicles)
        == ["t.csv: expected 3 rows, found 2"])
    #expect(
      differences(rows + [rows[2]], from: Self.vehicles) == ["t.csv: expected 3 rows, found 4"])
    #expect(
      differences(rows, columns: Self.vehicles.columns.subtracting(["runs"]), from: Self.vehicles)
        == ["t.csv: columns missing: [\"runs\"], not known: []"])
  }

  @Test("two strategies are compared over the days that both have")
  func comparison() throws {
    let difference = DayDifference(from: [1, 2, nil, 4], to: [2, 4, 6, 5])
    #expect(difference.days == 3)
    #expect(difference.mean == 4.0 / 3)
    // s = 0.5774, t(0.975, 2) = 4.302653
    let interval = try #require(difference.ci95)
    #expect(abs(interval.lowerBound - (4.0 / 3 - 4.302653 / 3)) < 1e-6)
    #expect(DayDifference(from: [1], to: [3]) == DayDifference(mean: 2, ci95: nil, days: 1))
    #expect(DayDifference(from: [nil], to: [3]) == DayDifference(mean: nil, ci95: nil, days: 0))
    let claimed = DayDifference(mean: difference.mean, ci95: 0...9, days: 2)
    #expect(
      Auditor.differences(in: "walk", between: claimed, and: difference).map {
        $0.text.split(separator: ": ")[0]
      } == ["walk ci95 from", "walk ci95 to", "walk days"])
  }
}
