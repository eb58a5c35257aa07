public import Mobility

/// Gives each request, as it is booked, the cheapest feasible place in all plans as they stand.
///
/// Nobody's promise is touched, and a request that can be served without moving others is never
/// refused. Ties go to the vehicle with the lowest id, then the earlier pick-up position, the
/// earlier drop-off position, and the nearer places.
public struct GreedyInsertion: DispatchStrategy {
  public static let description = StrategyDescription(
    id: "greedy",
    summary: "Inserts each request, as it is booked, where it adds least cost; never re-plans.",
    parameters: [])

  public private(set) var effort = Effort()
  private var search: InsertionSearch

  public init(_ settings: StrategySettings, service: Service) {
    search = InsertionSearch(service: service)
  }

  public mutating func decide(in situation: Situation) -> [Decision] {
    effort.decisions += 1
    let (plan, unserved) = search.insertAll(situation.open, in: situation)
    effort.insertionsTried = search.tried
    return plan.changed.map { .follow(plan.fleet[$0].vehicle.id, plan.fleet[$0].schedule.route) }
      + unserved.map { .refuse($0.request, $0.reason) }
  }
}
