import BatchMatching
import TestSupport
import Testing

@Suite("The dial-a-ride solver")
struct DialARideSolverTests {
  /// Up to five requests whose windows, rides, seats and routes are tight.
  private static func problem(seed: Int) -> DialARideProblem {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...5, using: &random)
    let service = Double(Int.random(in: 0...3, using: &random))
    func place(_ load: Int, _ opens: Double, _ closes: Double) -> DialARideProblem.Location {
      DialARideProblem.Location(
        x: Double.random(in: -10...10, using: &random),
        y: Double.random(in: -10...10, using: &random), service: load == 0 ? 0 : service,
        load: load, opens: opens, closes: closes)
    }
    let day = 240.0
    var pickups: [DialARideProblem.Location] = []
    var dropoffs: [DialARideProblem.Location] = []
    for _ in 0..<count {
      let load = Int.random(in: 1...2, using: &random)
      let opens = Double.random(in: 20...120, using: &random)
      let width = Double.random(in: 5...30, using: &random)
      let isOutbound = Bool.random(using: &random)
      pickups.append(place(load, isOutbound ? 0 : opens, isOutbound ? day : opens + width))
      dropoffs.append(
        place(-load, isOutbound ? opens + 20 : 0, isOutbound ? opens + 20 + width : day))
    }
    let depot = place(0, 0, day)
    return DialARideProblem(
      vehicleCount: Int.random(in: 1...3, using: &random),
      seats: Int.random(in: 2...4, using: &random),
      longestRoute: Bool.random(using: &random) ? day : Double.random(in: 60...140, using: &random),
      longestRide: Double.random(in: 20...40, using: &random),
      locations: [depot] + pickups + dropoffs + [depot])
  }

  private static func solve(_ problem: DialARideProblem) -> DialARideSolution {
    var settings = DialARideSolver.Settings()
    settings.iterations = 200
    return DialARideSolver(problem, settings: settings).solve()
  }

  @Test("ends where its work is used up, with a solution all the same")
  func limitedWork() {
    for seed in 0..<20 {
      let problem = Self.problem(seed: seed)
      let whole = Self.solve(problem)
      var settings = DialARideSolver.Settings()
      settings.iterations = 200
      settings.work = 0
      let cut = DialARideSolver(problem, settings: settings).solve()
      #expect(cut.iterations == 0 && whole.iterations > 0, "seed \(seed)")
      #expect(!cut.isFeasible || cut.cost >= whole.cost - 1e-6, "seed \(seed)")
    }
  }

  @Test("finds what trying every route finds, and proves it", arguments: 0..<4)
  func equalsEnumeration(block: Int) throws {
    var (solvable, proved) = (0, 0)
    for seed in block * 100..<(block + 1) * 100 {
      let problem = Self.problem(seed: seed)
      let solution = Self.solve(problem)
      guard let optimum = EveryDialARideRoute(problem).optimum else {
        #expect(!solution.isFeasible, "seed \(seed)")
        #expect(!solution.isProvedOptimal, "seed \(seed)")
        continue
      }
      solvable += 1
      #expect(solution.isFeasible, "seed \(seed)")
      #expect(abs(solution.cost - optimum) < 1e-6, "seed \(seed)")
      #expect(solution.lowerBound < optimum + 1e-6, "seed \(seed)")
      if solution.isProvedOptimal { proved += 1 }
    }
    #expect(solvable >= 40)
    #expect(proved * 100 >= solvable * 95)
  }

  @Test("gives the same solution for the same seed")
  func isDeterministic() {
    for seed in 500..<510 {
      let problem = Self.problem(seed: seed)
      #expect(Self.solve(problem) == Self.solve(problem))
    }
  }

  @Test("delays a pickup where a rider would otherwise ride too long, by hand")
  func delaysPickups() {
    // Driving takes 10 from each place to the next on a line; the rider may ride for 10, and must not
    // be let off before 100: picked up at 10, the ride would last 90.
    func place(_ x: Double, _ load: Int, _ opens: Double, _ closes: Double)
      -> DialARideProblem.Location
    {
      DialARideProblem.Location(x: x, y: 0, service: 0, load: load, opens: opens, closes: closes)
    }
    let depot = place(0, 0, 0, 200)
    let problem = DialARideProblem(
      vehicleCount: 1, seats: 1, longestRoute: 40, longestRide: 10,
      locations: [depot, place(10, 1, 0, 200), place(20, -1, 100, 200), depot])
    let solution = Self.solve(problem)
    #expect(solution.routes == [[1, 2]])
    #expect(solution.cost == 40)
    #expect(solution.isFeasible && solution.isProvedOptimal)
  }
}
