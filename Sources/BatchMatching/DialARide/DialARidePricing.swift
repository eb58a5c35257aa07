/// Finds routes of least reduced cost by labels.
///
/// Labels are made in the order of their times. Every drive takes time, so those that could dominate a
/// label are there before it.
/// - SeeAlso: Gschwind, Irnich (2015), "Effective handling of dynamic time windows and its application
///   to solving the dial-a-ride problem", Transportation Science 49(2), 335–354,
///   doi:10.1287/trsc.2014.0531.
struct DialARidePricing {
  private struct State: Hashable {
    let node: Int32
    let aboard: RequestBits
  }

  let tables: DialARideTables
  private let reach: PickupReach
  private(set) var labels: PricingLabels
  /// Labels to go on from, by the whole minute of their time.
  private var queue: [ContiguousArray<Int32>] = []
  private var states: [State: Int] = [:]
  private var settled: [ContiguousArray<Int32>] = []
  private var duals: [Double] = []
  private var cuts = CutPrices([], requestCount: 0)
  private let firstRide: Int
  private var delivery: DeliveryOrder

  init(_ tables: DialARideTables) {
    self.tables = tables
    firstRide = tables.limitsRoutes ? 1 : 0
    labels = PricingLabels(stride: min(tables.seats, tables.requestCount) + firstRide)
    reach = PickupReach(tables)
    delivery = DeliveryOrder()
  }

  /// At most `most` routes, none of which serves a request of `leavingOut`.
  mutating func run(
    _ prices: Prices, rule: PricingRule, labelLimit: Int, most: Int,
    leavingOut: RequestBits = RequestBits()
  ) -> Outcome {
    duals = prices.requests
    cuts = CutPrices(prices.cuts, requestCount: tables.requestCount)
    let margin = rule.margin > 0 ? rule.margin : -Self.tolerance
    start(fixed: prices.route, leavingOut: leavingOut)
    var ends: [(reducedCost: Double, label: Int)] = []
    var least = 0.0
    var isComplete = true
    var slot = 0
    search: while slot < queue.count {
      var batch = queue[slot]
      guard !batch.isEmpty else {
        slot += 1
        continue
      }
      queue[slot].removeAll()
      if batch.count > rule.widest {
        let costs = labels.costs
        batch.sort { (costs[Int($0)], $0) < (costs[Int($1)], $1) }
        batch.removeLast(batch.count - rule.widest)
        isComplete = false
      }
      let times = labels.times
      batch.sort { (times[Int($0)], $0) < (times[Int($1)], $1) }
      for label in batch {
        if labels.count > labelLimit {
          isComplete = false
          break search
        }
        let label = Int(label)
        guard settle(label, rule) else { continue }
        if let end = reducedCostAtEnd(label) {
          least = min(least, end)
          if end < margin { ends.append((end, label)) }
        }
        extend(label)
      }
    }
    let wantsAll = rule.margin > 0
    if wantsAll && ends.count > most { isComplete = false }
    return Outcome(
      routes: wantsAll ? all(ends, most: most) : diverse(ends, most: most),
      least: isComplete ? least : nil, labels: labels.count)
  }

  private static let tolerance = 1e-7

  private mutating func start(fixed: Double, leavingOut: RequestBits) {
    labels.removeAll()
    queue = Array(repeating: [], count: slot(tables.closes[tables.end]) + 2)
    states.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    labels.nodes.append(0)
    labels.parents.append(-1)
    labels.costs.append(fixed)
    labels.times.append(tables.opens[0])
    labels.closed.append(leavingOut)
    labels.aboard.append(RequestBits())
    labels.odd.append(0)
    labels.counts.append(Int32(firstRide))
    for _ in 0..<labels.stride {
      labels.rides.append(
        PricingLabels.Ride(pickup: 0, sincePickup: 0, latestPickup: tables.closes[0]))
    }
    queue[0].append(0)
  }

  /// Whole minutes since the first vehicle can start.
  private func slot(_ time: Double) -> Int { max(0, Int(time - tables.opens[0])) }

  /// Keeps a label unless another one there is at least as good.
  private mutating func settle(_ label: Int, _ rule: PricingRule) -> Bool {
    let state = State(node: labels.nodes[label], aboard: labels.aboard[label])
    guard let position = states[state] else {
      states[state] = settled.count
      settled.append([Int32(label)])
      return true
    }
    for other in settled[position]
    where labels.dominates(
      Int(other), label, by: rule.margin, comparingClosed: rule.comparesClosed, prices: cuts.prices)
    {
      return false
    }
    settled[position].append(Int32(label))
    return true
  }

  /// The reduced cost of going home from here, if that is possible.
  private func reducedCostAtEnd(_ label: Int) -> Double? {
    guard labels.counts[label] == firstRide, labels.nodes[label] != 0 else { return nil }
    let node = Int(labels.nodes[label])
    let drive = tables.distance(node, tables.end)
    let length = tables.service[node] + drive
    let time = max(labels.times[label] + length, tables.opens[tables.end])
    guard time <= tables.closes[tables.end] + DialARideTables.tolerance else { return nil }
    if firstRide == 1 {
      let ride = labels.rides[label * labels.stride]
      guard ride.sincePickup + length <= tables.longestRoute + DialARideTables.tolerance,
        time <= ride.latestPickup + tables.longestRoute + DialARideTables.tolerance
      else { return nil }
    }
    return labels.costs[label] + drive
  }

  private mutating func extend(_ label: Int) {
    var aboard = labels.aboard[label]
    var load = 0
    var riders = aboard
    while let rider = riders.popFirst() { load += tables.load[rider] }
    let node = Int(labels.nodes[label])
    while let rider = aboard.popFirst() {
      let dropoff = tables.dropoff(of: rider)
      if tables.links(node, dropoff) { drive(label, to: dropoff, rider: rider) }
    }
    var pickups = reach.pickups(after: node).subtracting(labels.closed[label])
    while let pickup = pickups.popFirst() {
      if load + tables.load[pickup] <= tables.seats { drive(label, to: pickup, rider: pickup) }
    }
  }

  /// Adds the label of driving on, unless it is too late or leaves riders no way to get off in time.
  private mutating func drive(_ label: Int, to node: Int, rider: Int) {
    let last = Int(labels.nodes[label])
    let leg = tables.service[last] + tables.distance(last, node)
    let time = max(labels.times[label] + leg, tables.opens[node])
    var latest = tables.closes[node]
    let isPickup = node == rider
    let base = label * labels.stride
    let count = Int(labels.counts[label])
    if !isPickup {
      var k = base
      while labels.rides[k].pickup != rider { k += 1 }
      let longest = tables.longestTime(from: rider)
      if labels.rides[k].sincePickup + leg > longest + DialARideTables.tolerance { return }
      latest = min(latest, labels.rides[k].latestPickup + longest)
    }
    if time > latest + DialARideTables.tolerance { return }

    let new = labels.count * labels.stride
    var made = 0
    var isInserted = !isPickup
    for k in base..<base + count {
      var ride = labels.rides[k]
      if !isPickup && Int(ride.pickup) == rider { continue }
      if !isInserted && Int(ride.pickup) > rider {
        isInserted = true
        labels.rides.append(
          PricingLabels.Ride(pickup: Int32(rider), sincePickup: 0, latestPickup: latest))
        made += 1
      }
      ride.sincePickup += leg
      ride.latestPickup = min(ride.latestPickup, latest - ride.sincePickup)
      labels.rides.append(ride)
      made += 1
    }
    if !isInserted {
      labels.rides.append(
        PricingLabels.Ride(pickup: Int32(rider), sincePickup: 0, latestPickup: latest))
      made += 1
    }
    if made > firstRide
      && !delivery.exists(
        from: node, at: time, rides: labels.rides[(new + firstRide)..<(new + made)], tables)
    {
      labels.rides.removeLast(made)
      return
    }
    let filler = PricingLabels.Ride(pickup: 0, sincePickup: 0, latestPickup: 0)
    for _ in made..<labels.stride { labels.rides.append(filler) }
    var aboard = labels.aboard[label]
    var closed = labels.closed[label]
    if isPickup {
      aboard.insert(rider)
      closed.insert(rider)
    } else {
      aboard.remove(rider)
    }
    closed.formUnion(reach.missed(after: node, at: time))
    var cost = labels.costs[label] + tables.distance(last, node)
    var odd = labels.odd[label]
    if isPickup {
      cost -= duals[rider]
      cost += cuts.serve(rider, odd: &odd)
    }
    odd = cuts.live(odd, closed: closed)
    labels.nodes.append(Int32(node))
    labels.parents.append(Int32(label))
    labels.costs.append(cost)
    labels.odd.append(odd)
    labels.times.append(time)
    labels.closed.append(closed)
    labels.aboard.append(aboard)
    labels.counts.append(Int32(made))
    queue[slot(time)].append(Int32(labels.count - 1))
  }
}
