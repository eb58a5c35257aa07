import Mobility
import Optimization

/// How far the prices of a linear program may go from a centre.
///
/// Prices that jump about find useless routes. Two artificial columns a party keep them in the box;
/// they stand last in the program so that they can be taken out again.
///
/// - SeeAlso: Marsten, Hogan and Blankenship (1975), "The Boxstep method for large-scale
///   optimization", Operations Research 23(3), 389-405, doi:10.1287/opre.23.3.389.
struct PriceBox {
  private static let widest: Cost = 1_600_000_000
  private static let narrowest: Cost = 20_000_000
  var center: ContiguousArray<Cost>
  private var width: Cost = 200_000_000

  init(around center: ContiguousArray<Cost>) { self.center = center }

  /// The box grows while the bound does, and shrinks where prices jumped too far.
  mutating func adapt(hasImproved: Bool) {
    width =
      hasImproved
      ? min(Self.widest, width * 3 / 2)
      : max(Self.narrowest, width * 3 / 4)
  }

  mutating func widen() { width *= 2 }

  func add(to solver: inout LinearSolver, rows: [LinearSolver.Row], highest: [Cost]) {
    for (k, row) in rows.enumerated() {
      let high = min(center[k] + width, highest[k])
      let low = max(center[k] - width, 0)
      solver.addColumn(cost: seconds(high), entries: [(row, 1)])
      solver.addColumn(cost: -seconds(low), entries: [(row, -1)])
    }
  }

  func remove(from solver: inout LinearSolver) {
    let first = solver.columnCount - 2 * center.count
    solver.removeColumns((first..<solver.columnCount).map { LinearSolver.Column(index: $0) })
  }

  /// Whether a price would leave the box if it could.
  func binds(_ solver: borrowing LinearSolver, prices: ContiguousArray<Cost>, highest: [Cost])
    -> Bool
  {
    let first = solver.columnCount - 2 * center.count
    return center.indices.contains { k in
      let high = solver.value(of: LinearSolver.Column(index: first + 2 * k))
      let low = solver.value(of: LinearSolver.Column(index: first + 2 * k + 1))
      return (high > 1e-9 && prices[k] < highest[k]) || (low > 1e-9 && prices[k] > 0)
    }
  }
}

/// A cost as linear programs have it.
func seconds(_ cost: Cost) -> Double { Double(cost) / 1_000_000 }

/// The price that a linear program states, to the microsecond.
func cost(ofSeconds seconds: Double) -> Cost { Cost((seconds * 1_000_000).rounded()) }
