/// What matters of partial routes for how they can go on, in numbered slots.
///
/// Let the length of a path be its driving and service without waiting, and S the length from the
/// start to the service at the last node. Service there begins at S + `earliest` or later. A rider
/// aboard was picked up at length `picked` and, whenever service begins at the last node, no later
/// than at `picked` + min(that time - S, `latest`); all riders aboard can be picked up that late at
/// the same time, since the latest times of difference constraints hold together. So the sequence is
/// feasible exactly if at every dropoff the earliest time is within the longest ride of the latest
/// pickup. The route itself is a ride from the start to the end.
struct RideLabels {
  private struct Ride {
    var pickup: Int
    var picked: Double
    var latest: Double
  }

  private var nodes: ContiguousArray<Int>
  private var lengths: ContiguousArray<Double>
  private var earliest: ContiguousArray<Double>
  private var loads: ContiguousArray<Int>
  private var counts: ContiguousArray<Int>
  /// `stride` for each slot.
  private var rides: ContiguousArray<Ride>
  private let stride: Int
  /// Drives to a next node so far, and riders that were aboard.
  private(set) var work = 0

  init(_ tables: DialARideTables, slots: Int) {
    stride = min(tables.seats, tables.requestCount) + 1
    nodes = ContiguousArray(repeating: 0, count: slots)
    lengths = ContiguousArray(repeating: 0, count: slots)
    earliest = ContiguousArray(repeating: 0, count: slots)
    loads = ContiguousArray(repeating: 0, count: slots)
    counts = ContiguousArray(repeating: 0, count: slots)
    rides = ContiguousArray(
      repeating: Ride(pickup: 0, picked: 0, latest: 0), count: slots * stride)
  }

  func node(_ slot: Int) -> Int { nodes[slot] }

  /// When service at the last node begins at the earliest.
  func time(_ slot: Int) -> Double { lengths[slot] + earliest[slot] }

  func load(_ slot: Int) -> Int { loads[slot] }

  /// A vehicle at the start, before its first drive.
  mutating func start(_ slot: Int, in tables: DialARideTables) {
    nodes[slot] = 0
    lengths[slot] = 0
    earliest[slot] = tables.opens[0]
    loads[slot] = 0
    counts[slot] = 1
    rides[slot * stride] = Ride(pickup: 0, picked: 0, latest: tables.closes[0])
  }

  mutating func copy(_ from: Int, to slot: Int) {
    nodes[slot] = nodes[from]
    lengths[slot] = lengths[from]
    earliest[slot] = earliest[from]
    loads[slot] = loads[from]
    counts[slot] = counts[from]
    for k in 0..<counts[from] { rides[slot * stride + k] = rides[from * stride + k] }
  }

  /// Drives on to a node; `false` when no service can begin there in time, and the slot is void then.
  mutating func extend(_ slot: Int, to node: Int, in tables: DialARideTables) -> Bool {
    work += counts[slot]
    let last = nodes[slot]
    let length = lengths[slot] + tables.service[last] + tables.distance(last, node)
    let start = max(earliest[slot], tables.opens[node] - length)
    var latest = tables.closes[node] - length
    let base = slot * stride
    var count = counts[slot]
    let isPickup = tables.isPickup(node)
    if !isPickup {
      let pickup = tables.pickup(of: node)
      var position = 0
      while rides[base + position].pickup != pickup { position += 1 }
      let ride = rides[base + position]
      let slack = tables.longestTime(from: pickup) - (length - ride.picked)
      if slack < -DialARideTables.tolerance { return false }
      latest = min(latest, ride.latest + slack)
      count -= 1
      rides[base + position] = rides[base + count]
    }
    if start > latest + DialARideTables.tolerance { return false }
    let load = loads[slot] + tables.load[node]
    if load > tables.seats { return false }
    for k in base..<base + count where rides[k].latest > latest { rides[k].latest = latest }
    if isPickup {
      rides[base + count] = Ride(pickup: node, picked: length, latest: latest)
      count += 1
    }
    nodes[slot] = node
    lengths[slot] = length
    earliest[slot] = start
    loads[slot] = load
    counts[slot] = count
    return true
  }

  /// Whether whatever can follow slot `b` can follow slot `a`, too.
  ///
  /// Both are at the same node with the same riders aboard; see `PricingLabels.dominates`.
  func isAsFree(_ a: Int, as b: Int, in tables: DialARideTables) -> Bool {
    let time = time(b)
    guard self.time(a) <= time, counts[a] == counts[b] else { return false }
    for k in (tables.limitsRoutes ? 0 : 1)..<counts[a] {
      let mine = rides[a * stride + k]
      var l = b * stride
      while rides[l].pickup != mine.pickup { l += 1 }
      let other = rides[l]
      let (myLatest, otherLatest) = (mine.picked + mine.latest, other.picked + other.latest)
      guard myLatest >= otherLatest,
        min(time - lengths[a] + mine.picked, myLatest)
          >= min(time - lengths[b] + other.picked, otherLatest)
      else { return false }
    }
    return true
  }

  /// Whether a vehicle can serve the nodes from the start to the end; takes slot 0.
  mutating func areFeasible(_ nodes: some Sequence<Int>, in tables: DialARideTables) -> Bool {
    start(0, in: tables)
    for node in nodes where !extend(0, to: node, in: tables) { return false }
    return extend(0, to: tables.end, in: tables)
  }
}
