/// Which pickups can come next after a node, and which can never come again at a time.
struct PickupReach {
  /// For each node, the pickups that it links to.
  private var next: ContiguousArray<RequestBits> = []
  /// Ascending: the latest service at a node from which each pickup is reached; a row for each node.
  private var limits: [ContiguousArray<Double>] = []
  /// The pickups of the first k limits; a row for each node.
  private var missed: [ContiguousArray<RequestBits>] = []

  init(_ tables: DialARideTables) {
    for node in 0..<tables.end {
      var bits = RequestBits()
      for pickup in 1...tables.requestCount where tables.links(node, pickup) { bits.insert(pickup) }
      next.append(bits)
      let ranked = (1...tables.requestCount).map { pickup -> (limit: Double, pickup: Int) in
        let leg = tables.service[node] + tables.distance(node, pickup)
        return (tables.closes[pickup] - leg + DialARideTables.tolerance, pickup)
      }.sorted { ($0.limit, $0.pickup) < ($1.limit, $1.pickup) }
      limits.append(ContiguousArray(ranked.map(\.limit)))
      var row: ContiguousArray<RequestBits> = [RequestBits()]
      var seen = RequestBits()
      for (_, pickup) in ranked {
        seen.insert(pickup)
        row.append(seen)
      }
      missed.append(row)
    }
  }

  func pickups(after node: Int) -> RequestBits { next[node] }

  /// The pickups that are too late when service at a node begins at `time`.
  func missed(after node: Int, at time: Double) -> RequestBits {
    var (low, high) = (0, limits[node].count)
    while low < high {
      let middle = (low + high) / 2
      if limits[node][middle] < time { low = middle + 1 } else { high = middle }
    }
    return missed[node][low]
  }
}
