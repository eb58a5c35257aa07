import Optimization
import TestSupport
import Testing

@Suite("A linear program under solution")
struct LinearSolverTests {
  /// Rolls of 100 cut into pieces of 45, 36, 31 and 14 cm (97, 610, 395 and 211 wanted): the
  /// classic cutting-stock example, whose relaxation needs 452.25 rolls.
  @Test("prices columns until none improves it")
  func cuttingStock() {
    let widths = [45, 36, 31, 14]
    let rolls = LinearSolver.withSolver { solver in
      let rows = [97.0, 610, 395, 211].map { solver.addRow(.atLeast($0)) }
      for (row, width) in zip(rows, widths) {
        solver.addColumn(cost: 1, entries: [(row, Double(100 / width))])
      }
      while true {
        #expect(solver.solve(iterations: 1000) == .optimal)
        let duals = rows.map { solver.dual(of: $0) }
        let pattern = bestPattern(widths, values: duals)
        let value = zip(pattern, duals).reduce(0) { $0 + Double($1.0) * $1.1 }
        guard value > 1 + 1e-9 else { return solver.objective }
        solver.addColumn(cost: 1, entries: zip(rows, pattern).map { ($0, Double($1)) })
      }
    }
    #expect(abs(rolls - 452.25) < 1e-6)
  }

  /// The most valuable way to cut one roll, by trying all.
  private func bestPattern(_ widths: [Int], values: [Double]) -> [Int] {
    var best = (value: -1.0, pattern: [Int]())
    func extend(_ pattern: [Int], left: Int) {
      guard pattern.count < widths.count else {
        let value = zip(pattern, values).reduce(0) { $0 + Double($1.0) * $1.1 }
        if value > best.value { best = (value, pattern) }
        return
      }
      let width = widths[pattern.count]
      for pieces in 0...left / width { extend(pattern + [pieces], left: left - pieces * width) }
    }
    extend([], left: 100)
    return best.pattern
  }

  @Test("has duals and reduced costs that certify its optimum", arguments: 0..<40)
  func dualityHolds(seed: Int) {
    var numbers = SeededGenerator(seed: seed)
    LinearSolver.withSolver { solver in
      let wanted = (0..<5).map { _ in Double(Int.random(in: 1...9, using: &numbers)) }
      let rows = wanted.map { solver.addRow(.atLeast($0)) }
      var columns: [(cost: Double, entries: [(row: LinearSolver.Row, coefficient: Double)])] = []
      for _ in 0..<3 {
        for _ in 0..<6 {
          let entries = rows.filter { _ in Bool.random(using: &numbers) }.map { ($0, 1.0) }
          columns.append((Double(Int.random(in: 1...50, using: &numbers)), entries))
          solver.addColumn(cost: columns.last!.cost, entries: entries)
        }
        guard solver.solve(iterations: 1000) == .optimal else { continue }
        let dualValue = zip(rows, wanted).reduce(0) { $0 + solver.dual(of: $1.0) * $1.1 }
        #expect(abs(dualValue - solver.objective) < 1e-6)
        for (k, column) in columns.enumerated() {
          let priced = column.entries.reduce(column.cost) { $0 - solver.dual(of: $1.row) }
          #expect(priced > -1e-9)
          #expect(abs(priced - solver.reducedCost(of: .init(index: k))) < 1e-9)
        }
      }
    }
  }

  @Test("says why there is no optimum")
  func statuses() {
    LinearSolver.withSolver { solver in
      let row = solver.addRow(.atLeast(1))
      #expect(solver.solve(iterations: 100) == .infeasible)
      let column = solver.addColumn(cost: -1, entries: [(row, 1)])
      #expect(solver.solve(iterations: 100) == .unbounded)
      solver.setBounds(of: row, to: .equal(2))
      #expect(solver.solve(iterations: 0) == .limited)
      #expect(solver.solve(iterations: 100) == .optimal)
      #expect(solver.value(of: column) == 2)
    }
  }

  @Test("lives beside others on its thread")
  func nested() {
    let outer = LinearSolver.withSolver { solver in
      let row = solver.addRow(.atLeast(2))
      solver.addColumn(cost: 3, entries: [(row, 1)])
      var program = BinaryProgram()
      let only = program.addRow(.equal(1))
      program.addColumn(cost: 4, in: [only])
      let inner = program.solve(within: SolverLimits(simplexIterations: 10, branchingNodes: 10))
      #expect(inner.objective == 4)
      #expect(solver.solve(iterations: 10) == .optimal)
      return solver.objective
    }
    #expect(outer == 6)
  }
}
