import Foundation
import Reports
import Testing

@Suite("Finished runs compared", .serialized)
struct CompareCommandTests {
  private static let scenario = "Scenarios/senboku/trial-2-target.yaml"

  /// Wait and answer of one request as `trips.csv` has them.
  private struct Row {
    let group: String
    let riders: Double
    let wait: Double
    let isServed: Bool
  }

  @Test("every row follows from both folders' trips, every sentence from its row")
  func rows() throws {
    try withTemporaryFolder { folder in
      let (a, b) = (folder + "/a", folder + "/b")
      for (results, vans) in [(a, "2"), (b, "3")] {
        let run = try CommandLineRun(
          "run", Self.scenario, "--days", "12", "--set", "fleet.vans=\(vans)", "--quiet",
          "--output", results)
        #expect(run.status == 0, "\(run.errors)")
      }
      // None of the figures comes from here.
      for results in [a, b] {
        try FileManager.default.removeItem(atPath: results + "/summary.json")
      }
      let compared = try CommandLineRun("compare", a, b, "--json")
      #expect(compared.status == 0, "\(compared.errors)")
      let summary = try VariantSummary(json: Data(compared.output.utf8))
      #expect(summary.intervals == "paired")
      #expect(summary.strategies.map(\.a) == ["greedy", "batch"])
      for strategy in summary.strategies {
        for column in ["origin_zone", "age"] {
          let rows = try [a, b].map { try days(in: $0, strategy: strategy.a, by: column) }
          let kind = column == "age" ? "age" : "zone"
          let groups = strategy.groups.filter { $0.row.hasPrefix(kind) }
          #expect(groups.map(\.row) == groups.indices.map { "\(kind) \($0 + 1)" })
          #expect(Set(groups.map(\.name)) == Set(rows.joined().joined().map(\.group)))
          for group in groups { try check(group, rows) }
          let ranks = groups.map { $0.waitPenalised.meanDifference ?? .infinity }
          #expect(ranks == ranks.sorted())
        }
        try check(strategy)
      }
      #expect(
        summary.strategies.contains { ($0.sentences["en"] ?? []).count > 2 }, "not vacuous")

      let text = try CommandLineRun("compare", a, b).output
      let japanese = try CommandLineRun("compare", a, b, "--language", "ja").output
      for strategy in summary.strategies {
        let flat = (en: Self.flat(text), ja: Self.flat(japanese))
        for (language, text) in [("en", flat.en), ("ja", flat.ja)] {
          for sentence in try #require(strategy.sentences[language]) {
            #expect(text.contains(Self.flat(sentence)), "\(sentence)")
          }
        }
      }
      #expect(text.contains("same riders on the same days"))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }

  @Test("says what is wrong with what it cannot compare")
  func problems() throws {
    try withTemporaryFolder { folder in
      let (a, b, other) = (folder + "/a", folder + "/b", folder + "/other")
      for (results, strategies) in [(a, "greedy,batch"), (b, "nearest"), (other, "greedy")] {
        _ = try CommandLineRun(
          "run", "Scenarios/quickstart.yaml", "--strategies", strategies, "--quiet", "--output",
          results)
      }
      #expect(try CommandLineRun("compare", a).status == 64)
      #expect(try CommandLineRun("compare", a, folder + "/none").status == 66)
      let apart = try CommandLineRun("compare", a, b)
      #expect(apart.status == 65)
      #expect(apart.errors.contains("expected results of greedy, batch as in"))
      let alone = try CommandLineRun("compare", b, other)
      #expect(alone.status == 0)
      #expect(alone.output.contains("== nearest - greedy"))
      #expect(alone.output.contains("too few"))
      try "{}".write(toFile: b + "/manifest.json", atomically: true, encoding: .utf8)
      #expect(try CommandLineRun("compare", a, b).status == 65)
    }
  }

  /// Means of days and of their differences, from the rows of both.
  private func check(_ group: VariantSummary.Group, _ rows: [[[Row]]]) throws {
    func values(_ value: (Row) -> Double) -> [[Double?]] {
      rows.map { days in
        days.map { day in
          let members = day.filter { $0.group == group.name }
          let riders = members.reduce(0) { $0 + $1.riders }
          return riders > 0 ? members.reduce(0) { $0 + $1.riders * value($1) } / riders : nil
        }
      }
    }
    for (figure, days) in [
      (group.waitPenalised, values(\.wait)), (group.servedShare, values { $0.isServed ? 1 : 0 }),
    ] {
      let differences = zip(days[0], days[1]).compactMap { a, b in
        b.flatMap { b in a.map { b - $0 } }
      }
      let mean = differences.reduce(0, +) / Double(differences.count)
      let found = try #require(figure.meanDifference)
      #expect(abs(found - mean) < 1e-9, "\(group.row) \(figure.kpi)")
      let stated = days[0].compactMap(\.self)
      let meanA = try #require(figure.meanA)
      #expect(abs(meanA - stated.reduce(0, +) / Double(stated.count)) < 1e-9)
      #expect(figure.daysA == stated.count)
      #expect((figure.ci95 == nil) == (differences.count < 2))
    }
    let riders = rows.map {
      $0.joined().filter { $0.group == group.name }.reduce(0) { $0 + $1.riders }
    }
    #expect([Double(group.ridersA), Double(group.ridersB)] == riders)
  }

  /// Each sentence names a row that it has the figures of, and no row that has them is left out.
  private func check(_ strategy: VariantSummary.Strategy) throws {
    let sentences = try #require(strategy.sentences["en"])
    let spoken = strategy.groups.filter { group in
      min(group.ridersA, group.ridersB) >= 10
        && [group.waitPenalised, group.servedShare].contains { $0.ci95?.contains(0) == false }
    }
    #expect(sentences.count == max(1, spoken.count))
    #expect(strategy.sentences["ja"]?.count == sentences.count)
    for (group, sentence) in zip(spoken, sentences) {
      #expect(sentence.hasSuffix("[\(group.row)]."))
      let difference = try #require(group.waitPenalised.meanDifference)
      guard group.waitPenalised.ci95?.contains(0) == false else { continue }
      #expect(sentence.contains(String(format: "%+.2f min", difference / 60)), "\(sentence)")
      #expect(sentence.contains(difference < 0 ? " gain" : " lose"), "\(sentence)")
    }
  }

  /// By day.
  private func days(in results: String, strategy: String, by column: String) throws -> [[Row]] {
    let lines = try String(contentsOfFile: results + "/trips.csv", encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    func position(_ name: String) throws -> Int {
      try #require(lines[0].firstIndex { $0 == name })
    }
    let (group, riders, wait) = (
      try position(column), try position("riders"), try position("wait_penalised_s")
    )
    let (day, run, answer) = (
      try position("day"), try position("strategy"), try position("answer")
    )
    var days = [[Row]](repeating: [], count: 12)
    for line in lines.dropFirst() where line[run] == strategy {
      days[try #require(Int(line[day]))].append(
        Row(
          group: String(line[group]), riders: try #require(Double(line[riders])),
          wait: try #require(Double(line[wait])), isServed: line[answer] == "served"))
    }
    return days
  }

  private static func flat(_ text: String) -> String {
    text.filter { !$0.isWhitespace }
  }
}
