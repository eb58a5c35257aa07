import BatchMatching
import Dispatching
import Foundation
import Journal
import Mobility
import Reports
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import Simulator
import Studies

/// A scenario, run: its results and the files they make.
struct ScenarioRun {
  let scenario: Scenario
  let outcomes: [Experiment.StrategyOutcome]
  let traceFiles: [TraceFile]
  let results: RunResults
  let figures: RunFigures
  /// Of the refused requests of some days.
  let fixes: [Fix]
  /// How many there are, where they were to be looked at.
  private let refusals: Int?
  private let snapshot: InputsSnapshot

  /// Throws `StrategyError` for a decision that breaks a rule.
  ///
  /// With `bound` each day is put beside its bounds, where there are any.
  init(
    _ experiment: Experiment, fixing: FixDays = .none, bound: Bool = false, threads: Int,
    quiet: Bool
  ) async throws {
    let bar = ProgressBar(quiet: quiet)
    scenario = experiment.scenario
    outcomes = try await experiment.run(threads: threads) { bar.show($0, of: $1) }
    traceFiles = outcomes.map { TraceFile($0.days.map(\.trace)) }
    let bounds =
      bound ? try await Self.bounds(of: experiment, threads: threads, bar: bar, quiet: quiet) : []
    let runs = zip(outcomes, traceFiles).map { outcome, file in
      RunResults.StrategyRun(
        id: outcome.settings.id, traces: file.traces,
        computeSeconds: outcome.days.map { $0.decisionTime / .seconds(1) },
        traceDigest: file.digests.columns,
        boundedDays: bounds.isEmpty ? [] : experiment.boundedDays(of: outcome, by: bounds))
    }
    results = RunResults(scenario: scenario, bookings: experiment.bookings, strategies: runs)
    figures = RunFigures(of: results)
    snapshot = Self.snapshot(of: experiment)
    let days = fixing.days(of: figures)
    fixes = try await experiment.fixes(
      ofDays: days, in: outcomes, withinPercentOfRun: fixing.percentOfRun, threads: threads)
    refusals = fixing == .none ? nil : Self.refusals(in: outcomes)
  }

  /// None for a service that has no bounds: the run stands all the same.
  private static func bounds(
    of experiment: Experiment, threads: Int, bar: ProgressBar, quiet: Bool
  ) async throws -> [Experiment.DayBounds] {
    do {
      let days = 0..<experiment.scenario.days
      return try await experiment.bounds(ofDays: days, threads: threads) { bar.show($0, of: $1) }
    } catch let error as DayProblem.Unbounded {
      if !quiet { Streams.complain("note: \(error.text)") }
      return []
    }
  }

  var summary: Summary { Summary(of: figures) }

  /// What its page is made from.
  var pageSource: PageSource {
    PageSource(
      results: results, figures: figures, origin: PageSource.Origin(manifest),
      proofs: proofs, fixes: fixes.map { PageFix($0) })
  }

  private var proofs: [PlanningProof?] {
    outcomes.map { outcome in
      PlanningProof(
        of: outcome.days.flatMap(\.effort.epochs).map {
          PlanningProof.Program(gap: $0.gap, isProved: $0.isProved, isCut: $0.isCut)
        })
    }
  }

  private static func refusals(in outcomes: [Experiment.StrategyOutcome]) -> Int {
    outcomes.flatMap(\.days).flatMap(\.trace.records).count { record in
      if case .refused = record.event { true } else { false }
    }
  }

  /// The figures for people, and what is to be said about how they came about.
  func table(in language: Language) -> String {
    let strategies = outcomes.map(\.settings.id)
    var note = PlanningNote.text(of: Array(zip(strategies, proofs)), in: language)
    if let refusals { note += PlanningNote.text(fixed: fixes.count, of: refusals, in: language) }
    return ComparisonTable(of: figures, in: language).text + (note.isEmpty ? "" : "\n" + note)
  }

  /// What a later run is held against; see `noriai regress`.
  var expectation: ExpectedRun {
    ExpectedRun(summary, effort: outcomes.map(EffortTables.totals))
  }

  var manifest: Manifest {
    Self.manifest(scenario, digest: snapshot, digests: traceFiles.map(\.digests))
  }

  /// The manifest as far as it is known before the run: enough to see what is in the way.
  static func manifest(before experiment: Experiment) -> Manifest {
    let scenario = experiment.scenario
    return manifest(
      scenario, digest: snapshot(of: experiment),
      digests: scenario.strategies.map { _ in TraceDigests(lines: "", columns: "") })
  }

  private static func snapshot(of experiment: Experiment) -> InputsSnapshot {
    let days = experiment.bookings.enumerated().map {
      InputsSnapshot.Day(number: $0.offset, bookings: $0.element)
    }
    return InputsSnapshot(experiment.scenario, days: days)
  }

  private static func manifest(
    _ scenario: Scenario, digest snapshot: InputsSnapshot, digests: [TraceDigests]
  ) -> Manifest {
    Manifest(
      scenario: scenario.name, title: scenario.title,
      scenarioDigest: snapshot.digest(strategies: scenario.strategies), seed: scenario.seed,
      days: scenario.days, noriaiVersion: Noriai.version, traceVersion: TraceCodec.version,
      travelTimes: scenario.travelTimes.backend,
      runs: zip(scenario.strategies, digests).map { .init(settings: $0, digests: $1) },
      remarks: scenario.remarks)
  }

  /// The files of the result folder, the manifest aside.
  func files() throws -> [(path: String, bytes: Data)] {
    var files: [(path: String, bytes: Data)] = [
      ("summary.json", try summary.json()),
      ("kpis.csv", Data(figures.kpisCSV.utf8)),
      ("trips.csv", Data(figures.tripsCSV.utf8)),
      ("vehicles.csv", Data(figures.vehiclesCSV.utf8)),
      ("effort.csv", Data(EffortTables.effort(of: outcomes).utf8)),
      ("epochs.csv", Data(EffortTables.epochs(of: outcomes).utf8)),
      (FixTable.fileName, Data(FixTable.csv(of: fixes, in: scenario).utf8)),
    ]
    for language in Language.allCases {
      let text = table(in: language)
      let definitions =
        DefinitionList.text(in: language)
        + (figures.boundFigures.isEmpty
          ? "" : "\n" + DefinitionList.text(of: figures.boundFigures, in: language))
      files.append(("summary.\(language.rawValue).txt", Data((text + "\n" + definitions).utf8)))
      let markdown = MarkdownSummary(of: figures, in: language).text
      files.append(("summary.\(language.rawValue).md", Data(markdown.utf8)))
    }
    for (outcome, file) in zip(outcomes, traceFiles) {
      files.append((TraceFile.path(of: outcome.settings.id), file.bytes))
    }
    return files + snapshot.files
  }
}
