/// What a pricing looks for.
enum PricingRule {
  /// Some routes of negative reduced cost: sets of requests served are not compared, and only the
  /// `widest` cheapest labels of a minute are kept.
  case heuristic(widest: Int)
  /// A route of least reduced cost.
  case exact
  /// Every route whose reduced cost is below a margin, where no route has a negative one.
  ///
  /// What follows a label that is dominated by the margin costs at least that.
  case all(below: Double)

  /// By how much a label must cost more than another to be dominated.
  var margin: Double {
    if case .all(let margin) = self { return margin }
    return 0
  }

  var comparesClosed: Bool {
    if case .heuristic = self { return false }
    return true
  }

  var widest: Int {
    if case .heuristic(let widest) = self { return widest }
    return .max
  }
}
