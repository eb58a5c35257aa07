import Dispatching
import Mobility

/// Routes at the best prices, and those that a plan is chosen from.
extension ColumnGeneration {
  /// What a party that is left over is worth above its best price.
  static var urgency: Cost { 1_200_000_000 }

  /// Adds the best routes for the vehicle that other routes leave over.
  mutating func complete(_ others: [Int], with group: Int) {
    columns += routes(
      for: group, besides: others, .full, urgency: Self.urgency, count: limits.routesToComplete)
    effort.columns = columns.count
  }

  /// The best routes without parties that others serve, the best first, as if all parties that these
  /// do not serve were worth `urgency` more than they are.
  mutating func routes(
    for group: Int, besides others: [Int], _ thoroughness: LabelSearch<Served>.Effort,
    urgency: Cost, count: Int
  ) -> [RouteColumn] {
    let prices = ContiguousArray(
      zip(bestPrices, model.parties).map { min($0 + urgency, $1.price) })
    guard budget.allows(1) else { return [] }
    let outcome = priced(
      group, at: prices, without: others, thoroughness, labels: limits.labelsToComplete,
      work: budget.left)
    let cheapest = outcome.routes.sorted { ($0.cost, $0.label) < ($1.cost, $1.label) }
    return cheapest.prefix(count).map { column(to: $0.label, cost: $0.cost, of: group, at: prices) }
  }

  func column(
    to label: Int32, cost: Cost, of group: Int, at prices: ContiguousArray<Cost>
  ) -> RouteColumn {
    let stops = search.stops(to: label)
    let parties = model.parties(of: stops)
    return RouteColumn(
      group: group, parties: parties, cost: cost + parties.reduce(0) { $0 + prices[$1] },
      route: DayRoute(stops, of: model.groups[group], in: model))
  }

  /// Plans that cost least after the best prices, the cheapest first; the best for each set of parties.
  var bestColumns: [RouteColumn] {
    let plans = columns.indices.filter { columns[$0].route != nil }
    let costs = plans.map { k in
      (columns[k].cost - columns[k].parties.reduce(0) { $0 + bestPrices[$1] }, k)
    }
    var best: [RouteColumn] = []
    var seen = Set<[Int]>()
    for (_, k) in costs.sorted(by: <) where best.count < limits.routesToChooseFrom {
      let column = columns[k]
      if seen.insert([column.group] + column.parties).inserted { best.append(column) }
    }
    return best
  }
}
