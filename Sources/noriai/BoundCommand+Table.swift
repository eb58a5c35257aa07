import BatchMatching
import Reports

extension BoundTable.Bound {
  init(_ bound: DayBound) {
    let effort = bound.effort
    self.init(
      lowerSeconds: Double(bound.lower) / 1_000_000, upperSeconds: Double(bound.upper) / 1_000_000,
      gap: bound.gap, isProved: bound.isProved, isPriced: effort.isPriced,
      isCut: effort.isCut, labels: effort.labels,
      columns: effort.columns, simplexIterations: effort.simplexIterations)
  }
}
