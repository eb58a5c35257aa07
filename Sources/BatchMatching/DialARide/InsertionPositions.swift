/// Finds where a request costs least in a route.
///
/// - Complexity: O(n²) pairs of positions for n nodes; one that costs less than the best so far is
///   driven through to the end, which takes O(n) for each rider aboard.
struct InsertionPositions {
  /// Slot k is the route after k nodes, for the route with `key`.
  private var labels: RideLabels
  /// When service at each node, and at the end, must begin at the latest as far as windows go.
  private var latest: ContiguousArray<Double> = []
  private var key: UInt64?
  /// When each slot's node can be left at the earliest, and how far the next one is.
  private var leaves, gaps: ContiguousArray<Double>
  private var dropoffs, leastDropoffs: ContiguousArray<Double>
  private let carrying: Int
  private let tail: Int

  var work: Int { labels.work }

  init(_ tables: DialARideTables) {
    carrying = 2 * tables.requestCount + 1
    tail = carrying + 1
    labels = RideLabels(tables, slots: tail + 1)
    dropoffs = ContiguousArray(repeating: .infinity, count: tail + 1)
    leastDropoffs = dropoffs
    leaves = dropoffs
    gaps = dropoffs
  }

  /// The least increase below `limit`; the earliest positions win ties.
  mutating func best(
    for pickup: Int, in route: DialARideRoute, below limit: Double, _ tables: DialARideTables
  ) -> DialARideModel.Insertion? {
    if key != route.key { prepare(route, tables) }
    let nodes = route.nodes
    let count = nodes.count
    let dropoff = tables.dropoff(of: pickup)
    let direct = tables.distance(pickup, dropoff)
    findDropoffs(dropoff, nodes, tables)
    var best: DialARideModel.Insertion?
    var least = limit
    for i in 0...count {
      let before = labels.node(i)
      let toPickup = tables.distance(before, pickup)
      let arrival = leaves[i] + toPickup
      // Later positions are reached later still.
      if arrival > tables.closes[pickup] + DialARideTables.tolerance { break }
      let after = i < count ? nodes[i] : tables.end
      let gap = gaps[i]
      let together = toPickup + direct + tables.distance(dropoff, after) - gap
      let detour = toPickup + tables.distance(pickup, after) - gap
      let canPart =
        i < count && detour + leastDropoffs[i + 1] < least && tables.links(pickup, after)
      guard together < least || canPart, tables.links(before, pickup) else { continue }
      labels.copy(i, to: carrying)
      guard labels.extend(carrying, to: pickup, in: tables) else { continue }

      if together < least, tables.links(dropoff, after), drive(dropoff, i, nodes, tables) {
        least = together
        best = DialARideModel.Insertion(increase: together, pickup: i, dropoff: i)
      }
      guard canPart else { continue }
      for j in i + 1...count {
        guard detour + leastDropoffs[j] < least,
          labels.extend(carrying, to: nodes[j - 1], in: tables),
          labels.time(carrying) <= latest[j - 1] + DialARideTables.tolerance
        else { break }
        let increase = detour + dropoffs[j]
        if increase < least, drive(dropoff, j, nodes, tables) {
          least = increase
          best = DialARideModel.Insertion(increase: increase, pickup: i, dropoff: j)
        }
      }
    }
    return best
  }

  /// What the dropoff adds after each position, if windows and links allow it there; and the least of
  /// that from each position on.
  private mutating func findDropoffs(
    _ dropoff: Int, _ nodes: ContiguousArray<Int>, _ tables: DialARideTables
  ) {
    let count = nodes.count
    let closes = tables.closes[dropoff] + DialARideTables.tolerance
    var least = Double.infinity
    var next = tables.end
    var j = count
    while j > 0 {
      let node = nodes[j - 1]
      let toDropoff = tables.link(node, dropoff)
      var increase = Double.infinity
      if leaves[j] + toDropoff <= closes {
        increase = toDropoff + tables.link(dropoff, next) - gaps[j]
      }
      least = min(least, increase)
      dropoffs[j] = increase
      leastDropoffs[j] = least
      next = node
      j -= 1
    }
  }

  /// Whether the dropoff and then the nodes from position `j` can follow what is being carried.
  private mutating func drive(
    _ dropoff: Int, _ j: Int, _ nodes: ContiguousArray<Int>, _ tables: DialARideTables
  ) -> Bool {
    // Windows alone rule most positions out.
    let last = labels.node(carrying)
    let begin = max(
      labels.time(carrying) + tables.service[last] + tables.distance(last, dropoff),
      tables.opens[dropoff])
    guard begin <= tables.closes[dropoff] + DialARideTables.tolerance else { return false }
    if j < nodes.count {
      let arrival = begin + tables.service[dropoff] + tables.distance(dropoff, nodes[j])
      guard arrival <= latest[j] + DialARideTables.tolerance else { return false }
    }
    labels.copy(carrying, to: tail)
    guard labels.extend(tail, to: dropoff, in: tables) else { return false }
    for position in j..<nodes.count {
      guard labels.extend(tail, to: nodes[position], in: tables),
        labels.time(tail) <= latest[position] + DialARideTables.tolerance
      else { return false }
      // The rest of the route was feasible before.
      if labels.isAsFree(tail, as: position + 1, in: tables) { return true }
    }
    return labels.extend(tail, to: tables.end, in: tables)
  }

  private mutating func prepare(_ route: DialARideRoute, _ tables: DialARideTables) {
    key = route.key
    labels.start(0, in: tables)
    latest = ContiguousArray(repeating: tables.closes[tables.end], count: route.nodes.count + 1)
    for (position, node) in route.nodes.enumerated() {
      labels.copy(position, to: position + 1)
      guard labels.extend(position + 1, to: node, in: tables) else {
        preconditionFailure("a route of the search is not feasible")
      }
    }
    for slot in 0...route.nodes.count {
      let node = labels.node(slot)
      let next = slot < route.nodes.count ? route.nodes[slot] : tables.end
      leaves[slot] = labels.time(slot) + tables.service[node]
      gaps[slot] = route.nodes.isEmpty ? 0 : tables.distance(node, next)
    }
    for position in route.nodes.indices.reversed() {
      let node = route.nodes[position]
      let next = position + 1 < route.nodes.count ? route.nodes[position + 1] : tables.end
      latest[position] = min(
        tables.closes[node],
        latest[position + 1] - tables.service[node] - tables.distance(node, next))
    }
  }
}
