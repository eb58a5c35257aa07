/// What the entries of a row must add up to.
public enum RowBounds: Hashable, Sendable {
  case equal(Double)
  case atMost(Double)
  case atLeast(Double)

  /// Whether a row of whole numbers keeps the bounds.
  func contain(_ sum: Double) -> Bool {
    switch self {
    case .equal(let value): sum == value
    case .atMost(let value): sum <= value
    case .atLeast(let value): sum >= value
    }
  }
}
