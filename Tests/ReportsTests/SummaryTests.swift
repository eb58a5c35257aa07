import Foundation
import Indicators
import Reports
import Testing

@Suite("summary.json")
struct SummaryTests {
  let summary = Summary(of: SmallRun.figures)

  @Test("what is written is read back exactly, and written again alike")
  func roundTrip() throws {
    let json = try summary.json()
    let copy = try Summary(json: json)
    #expect(copy == summary)
    #expect(try copy.json() == json)
  }

  @Test("KPIs come with mean, quantiles, interval, unit and number of days")
  func kpis() throws {
    let greedy = try #require(summary.strategies.first)
    let wait = try #require(greedy.kpis["wait_desired"])
    #expect(greedy.id == "greedy")
    #expect(greedy.kpis.count == Indicator.allCases.count)
    #expect(wait.mean == 15)
    #expect(wait.p50 == 0)
    #expect(wait.p90 == 90)
    #expect(wait.unit == "s")
    #expect(wait.days == 2)
    #expect(wait.p90CI95 == 0...90)
    // Days of 0 and 30 s: 15 ± 12.706205 * 21.213203 / sqrt(2).
    #expect(abs(try #require(wait.ci95).upperBound - 205.593071) < 1e-6)
  }

  @Test("strategies are compared with the first, b - a")
  func comparisons() throws {
    let served = try #require(summary.comparisons.first { $0.kpi == "served_share" })
    #expect((served.a, served.b) == ("greedy", "batch"))
    #expect(served.days == 2)
    #expect(abs(try #require(served.meanDifference) + 1.0 / 6) < 1e-12)
    #expect(summary.comparisons.count == Indicator.allCases.count)
  }

  @Test("what a single day cannot tell is written as null")
  func nulls() throws {
    let summary = Summary(of: SmallRun.figures(strategies: ["a", "b"], days: 1))
    let json = try summary.json()
    let text = try #require(String(data: json, encoding: .utf8))
    let kpis = Indicator.allCases.count
    // Two strategies and their comparison; of quantiles, the two strategies.
    #expect(text.components(separatedBy: "\"ci95\" : null").count - 1 == 3 * kpis)
    #expect(text.components(separatedBy: "\"p90_ci95\" : null").count - 1 == 2 * kpis)
    #expect(try Summary(json: json) == summary)
  }

  @Test("the names of the fields are those that other programs know")
  func fields() throws {
    let object = try JSONSerialization.jsonObject(with: summary.json())
    let root = try #require(object as? [String: Any])
    let strategy = try #require((root["strategies"] as? [[String: Any]])?.first)
    let kpi = try #require((strategy["kpis"] as? [String: Any])?["vkt"] as? [String: Any])
    let comparison = try #require((root["comparisons"] as? [[String: Any]])?.first)
    #expect(
      root.keys.sorted() == [
        "comparisons", "days", "scenario", "seed", "strategies", "trace_sha256",
      ])
    #expect(strategy.keys.sorted() == ["id", "kpis"])
    #expect(
      kpi.keys.sorted() == ["ci95", "days", "mean", "p50", "p90", "p90_ci95", "p95", "unit"])
    #expect(
      comparison.keys.sorted() == ["a", "b", "ci95", "days", "kpi", "mean_difference"])
    #expect((root["trace_sha256"] as? [String: String])?["batch"]?.hasPrefix("fedcba98") == true)
  }
}
