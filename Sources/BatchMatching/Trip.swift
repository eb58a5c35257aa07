import Dispatching
import Mobility

/// A set of requests that one vehicle can serve besides those it is bound to, with its best plan.
struct Trip {
  /// Positions among the requests that can be assigned, ascending.
  let members: [Int]
  let stops: ContiguousArray<PlannedStop>
  let cost: Cost
}
