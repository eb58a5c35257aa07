import ArgumentParser
import BatchMatching
import Foundation
import Instances
import Reports
import ScenarioFiles

struct SolveDialARideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "darp",
    abstract: "Solve dial-a-ride instances in Cordeau's format, and bound what is left to gain.",
    discussion: """
      Large-neighbourhood search; GLPK recombines the routes it meets, and column generation bounds \
      the cost from below and proves optima where it closes the gap. Every solution is checked by a \
      test of its own before it is printed. The same seed and iterations give the same solution.

      Costs are Euclidean distances in double precision. A lower bound of 0.00 says that nothing is \
      known. CPU is that of the instance. Where a request proves that there is no solution, it is \
      named; the exit code is 1 where one has none, or none was found.

      The best known costs are a CSV file with the columns instance and bks.

      Example: noriai solve darp a2-16.txt pr01 --best-known best-known.csv
      """)

  @Argument(help: "The files of the instances.")
  var files: [String]

  @Option(
    help: "Iterations of the search for each instance; fewer where its limited work ends it before."
  )
  var iterations = DialARideSolver.Settings().iterations

  @Option(help: "The seed of the search.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Compare with the best known costs.", valueName: "file"))
  var bestKnown: String?

  @Flag(help: "Print JSON for machines.")
  var json = false

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    guard (0...100_000_000).contains(iterations) else {
      throw ValidationError(
        "--iterations: expected a whole number from 0 to 100000000, found \(iterations)")
    }
    guard !files.isEmpty else { throw ValidationError("expected a file, found none") }
  }

  func run() async throws {
    try await Failure.reporting {
      let known = try bestKnown.map { try BestKnownCosts(reading: $0) }
      var instances: [DialARideInstance] = []
      for file in files { instances.append(try DialARideInstance(reading: file)) }
      let bar = ProgressBar(quiet: quiet, counting: "instances")
      var lines: [SolutionTable.Line] = []
      for instance in instances {
        bar.show(lines.count, of: instances.count)
        lines.append(line(for: instance, bestKnown: known?[instance.name]))
      }
      bar.show(lines.count, of: instances.count)
      if json {
        let data = CanonicalJSON.data(lines.map(SolvedInstance.init))
        try Streams.show(String(decoding: data, as: UTF8.self), terminator: "")
      } else {
        try Streams.show(SolutionTable(lines).text)
      }
      let unsolved = lines.filter { $0.cost == nil }
      for line in unsolved {
        let problem =
          line.infeasibility.map { "infeasible: " + $0 }
          ?? "no solution found in \(line.iterations) iterations, and no proof that there is none"
        Streams.complain("\(line.instance): \(problem)")
      }
      if !unsolved.isEmpty { throw Failure.checkSaysNo }
    }
  }

  private func line(for instance: DialARideInstance, bestKnown: Double?) -> SolutionTable.Line {
    let before = ProcessUse.soFar.cpuSeconds
    var settings = DialARideSolver.Settings()
    settings.iterations = iterations
    settings.seed = seed
    let problem = DialARideProblem(instance)
    if let infeasibility = problem.infeasibility {
      return SolutionTable.Line(
        instance: instance.name, cost: nil, infeasibility: infeasibility.text(in: problem),
        bestKnown: bestKnown, lowerBound: 0, isProvedOptimal: false, vehicles: 0, iterations: 0,
        cpuSeconds: ProcessUse.soFar.cpuSeconds - before)
    }
    let solution = DialARideSolver(problem, settings: settings).solve()
    return SolutionTable.Line(
      instance: instance.name, cost: solution.isFeasible ? solution.cost : nil,
      bestKnown: bestKnown, lowerBound: solution.lowerBound,
      isProvedOptimal: solution.isProvedOptimal, vehicles: solution.routes.count,
      iterations: solution.iterations, cpuSeconds: ProcessUse.soFar.cpuSeconds - before)
  }
}

extension DialARideProblem.Infeasibility {
  fileprivate func text(in problem: DialARideProblem) -> String {
    let reason =
      switch limit {
      case .seats:
        "its load of \(problem.locations[request].load) is over the \(problem.seats) seats of a "
          + "vehicle"
      case .windows: "no vehicle can be at both places in their time windows"
      case .longestRide: "even its direct ride is over the longest ride"
      case .longestRoute: "even a route for it alone is over the longest route"
      }
    return "request \(request): \(reason)"
  }
}

/// What the JSON says of an instance.
private struct SolvedInstance: Encodable {
  private let line: SolutionTable.Line

  init(_ line: SolutionTable.Line) { self.line = line }

  private enum CodingKeys: String, CodingKey {
    case instance, cost, infeasible, vehicles, feasible, iterations
    case lowerBound = "lower_bound"
    case isProvedOptimal = "proved_optimal"
    case cpuSeconds = "cpu_s"
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(line.instance, forKey: .instance)
    try values.encode(line.cost, forKey: .cost)
    try values.encodeIfPresent(line.infeasibility, forKey: .infeasible)
    try values.encode(line.vehicles, forKey: .vehicles)
    try values.encode(line.cost != nil, forKey: .feasible)
    try values.encode(line.lowerBound, forKey: .lowerBound)
    try values.encode(line.isProvedOptimal, forKey: .isProvedOptimal)
    try values.encode(line.iterations, forKey: .iterations)
    try values.encode((line.cpuSeconds * 1000).rounded() / 1000, forKey: .cpuSeconds)
  }
}
