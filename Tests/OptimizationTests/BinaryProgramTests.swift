import Optimization
import TestSupport
import Testing

@Suite("A 0-1 program")
struct BinaryProgramTests {
  private let limits = SolverLimits(simplexIterations: 1_000_000, branchingNodes: 10_000)

  @Test("gets the least cost that trying all choices finds", arguments: 0..<10)
  func equalsEnumeration(block: Int) {
    var (solved, branched) = (0, 0)
    for seed in block * 40..<(block + 1) * 40 {
      var numbers = SeededGenerator(seed: seed)
      let (rowCount, columnCount) = (6, 12)
      var program = BinaryProgram()
      let rows = (0..<rowCount).map { _ in program.addRow(.equal(1)) }
      var columns: [(cost: Int, rows: Int)] = []
      for _ in 0..<columnCount {
        let used = Int.random(in: 1..<(1 << rowCount), using: &numbers)
        let cost = Int.random(in: -50...200, using: &numbers)
        columns.append((cost, used))
        program.addColumn(
          cost: Double(cost), in: (0..<rowCount).filter { used >> $0 & 1 == 1 }.map { rows[$0] })
      }
      var least: Int?
      for choice in 0..<(1 << columnCount) {
        let chosen = columns.indices.filter { choice >> $0 & 1 == 1 }
        let isPartition = (0..<rowCount).allSatisfy { row in
          chosen.count { columns[$0].rows >> row & 1 == 1 } == 1
        }
        if isPartition { least = min(least ?? .max, chosen.reduce(0) { $0 + columns[$1].cost }) }
      }
      let answer = program.solve(within: limits)
      guard let least else {
        #expect(answer.status == .infeasible, "seed \(seed)")
        continue
      }
      solved += 1
      if answer.branchingNodes > 0 { branched += 1 }
      #expect(answer.status == .optimal, "seed \(seed)")
      #expect(answer.chosen.reduce(0) { $0 + columns[$1].cost } == least, "seed \(seed)")
      #expect(answer.bound <= Double(least) + 1e-6, "seed \(seed)")
    }
    #expect(solved >= 3)
  }

  @Test("says so when limits leave it unsolved, and keeps a bound when it has only part of a proof")
  func limitsAreStatuses() {
    var numbers = SeededGenerator(seed: 7)
    var program = BinaryProgram()
    let rows = (0..<30).map { _ in program.addRow(.equal(1)) }
    for row in rows { program.addColumn(cost: 1000, in: [row]) }
    for _ in 0..<300 {
      let used = rows.filter { _ in Int.random(in: 0..<8, using: &numbers) == 0 }
      program.addColumn(cost: Double(Int.random(in: 100...900, using: &numbers)), in: used)
    }
    let full = program.solve(within: limits)
    #expect(full.status == .optimal)
    #expect(full.branchingNodes > 1)
    #expect(full.gap == 0)
    let none = program.solve(within: SolverLimits(simplexIterations: 0, branchingNodes: 0))
    #expect(none.status == .unsolved)
    #expect(none.gap == nil)
    let hurried = program.solve(
      within: SolverLimits(simplexIterations: 3000, branchingNodes: 10_000))
    #expect(full.simplexIterations > 10_000 && hurried.simplexIterations < 5000)
    #expect(hurried.status == .limited || hurried.status == .unsolved)
    let short = program.solve(within: SolverLimits(simplexIterations: 10_000, branchingNodes: 1))
    #expect(short.status == .limited || short.status == .unsolved)
    #expect(short.bound <= full.bound + 1e-6)
  }

  @Test("is never worse than the choice it starts from, and as good as without one")
  func startsFromKnownChoice() {
    var saved = 0
    for seed in 0..<20 {
      var numbers = SeededGenerator(seed: seed)
      var program = BinaryProgram()
      let rows = (0..<24).map { _ in program.addRow(.equal(1)) }
      let single = rows.map { program.addColumn(cost: 500, in: [$0]) }
      for _ in 0..<200 {
        let used = rows.filter { _ in Int.random(in: 0..<8, using: &numbers) == 0 }
        program.addColumn(cost: Double(Int.random(in: 100...900, using: &numbers)), in: used)
      }
      let plain = program.solve(within: limits)
      let started = program.solve(within: limits, from: single)
      #expect(plain.status == .optimal && started.status == .optimal)
      #expect(abs(plain.objective - started.objective) < 1e-6, "seed \(seed)")
      let optimum = plain.chosen.map { BinaryProgram.Variable(index: $0) }
      let again = program.solve(within: limits, from: optimum)
      #expect(again.status == .optimal && again.objective == plain.objective, "seed \(seed)")
      if again.branchingNodes < plain.branchingNodes { saved += 1 }
      let short = program.solve(
        within: SolverLimits(simplexIterations: 10_000, branchingNodes: 0), from: optimum)
      #expect(short.objective == plain.objective, "seed \(seed)")
      #expect(short.bound <= plain.objective + 1e-6, "seed \(seed)")
    }
    #expect(saved > 0)
  }
}
