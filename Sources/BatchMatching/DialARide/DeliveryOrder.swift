/// Whether those aboard can all be let off in time, if nobody else boards before.
struct DeliveryOrder {
  private var dropoffs: ContiguousArray<Int> = []
  /// The longest path to each dropoff that is in time.
  private var limits: ContiguousArray<Double> = []

  mutating func exists(
    from node: Int, at time: Double, rides: ArraySlice<PricingLabels.Ride>,
    _ tables: DialARideTables
  ) -> Bool {
    dropoffs.removeAll(keepingCapacity: true)
    limits.removeAll(keepingCapacity: true)
    for ride in rides {
      let pickup = Int(ride.pickup)
      let dropoff = tables.dropoff(of: pickup)
      let longest = tables.longestTime(from: pickup)
      let latest = min(tables.closes[dropoff], ride.latestPickup + longest)
      let limit = min(longest - ride.sincePickup, latest - time) + DialARideTables.tolerance
      if tables.service[node] + tables.distance(node, dropoff) > limit { return false }
      dropoffs.append(dropoff)
      limits.append(limit)
    }
    return dropoffs.count < 2 || canFinish(from: node, length: 0, first: 0, tables)
  }

  /// Tries the dropoffs from position `first` on in every order.
  private mutating func canFinish(
    from node: Int, length: Double, first: Int, _ tables: DialARideTables
  ) -> Bool {
    guard first < dropoffs.count else { return true }
    for k in first..<dropoffs.count
    where length + tables.service[node] + tables.distance(node, dropoffs[k]) > limits[k] {
      return false
    }
    for k in first..<dropoffs.count {
      dropoffs.swapAt(first, k)
      limits.swapAt(first, k)
      let next = dropoffs[first]
      let reached = length + tables.service[node] + tables.distance(node, next)
      let isPossible = canFinish(from: next, length: reached, first: first + 1, tables)
      dropoffs.swapAt(first, k)
      limits.swapAt(first, k)
      if isPossible { return true }
    }
    return false
  }
}
