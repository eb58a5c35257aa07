import Mobility

/// Finds the routes of least cost after prices, by extending partial routes halt by halt.
///
/// Times are the earliest; no feasible day of the simulation is cheaper than its route here. What
/// is relaxed: a ride limit counts only the way and the halts, since waits can be avoided by boarding
/// later; a wait costs those aboard the lesser of the weights of waiting and riding, since they could
/// have had it before boarding; a van can begin another halt where it is, without driving; and where
/// vans wait for bookings, one can call on a rider without asking who takes that rider instead.
///
/// - SeeAlso: Dumas, Desrosiers and Soumis (1991), "The pickup and delivery problem with time
///   windows", European Journal of Operational Research 54(1), 7-22,
///   doi:10.1016/0377-2217(91)90319-Q.
struct LabelSearch<Served: RequestSet> {
  enum Effort {
    /// Few aboard at a time, and of routes that end alike only the cheapest: finds routes that pay, but
    /// bounds nothing.
    case quick
    case full
  }

  struct Outcome {
    /// The least cost of a route after prices; at most zero, that of a van without riders.
    var best: Cost = 0
    /// Complete routes below zero as labels.
    var routes: [(cost: Cost, label: Int32)] = []
    var labels = 0
    /// Whether nothing was left out.
    var isComplete = true
  }

  static var bucketWidth: Int32 { 60_000 }
  static var sliceWidth: Int32 { 960_000 }
  /// Parties aboard at a time in a quick search.
  static var quickCrowd: Int { 3 }
  /// What a quick search takes for the same time.
  static var quickTolerance: Int32 { 120_000 }

  /// What making a label takes, before it is compared with others.
  static var stepsOfALabel: Int { 60 }

  let model: DayModel
  let waitsForBookings: Bool
  /// Whether vans may be sent to riders who end up in another van.
  let callsOnOthers: Bool
  let lastBooking: Int32
  var windows: PricedWindows
  var reach: ReachTable<Served>
  var onboard: OnboardTable
  var labels: ContiguousArray<RouteLabel<Served>> = []
  var rideStarts: ContiguousArray<Int32> = []
  var heads = NumberTable()
  var buckets: [ContiguousArray<Int32>] = []
  var prices: ContiguousArray<Cost> = []
  var group: DayModel.Group
  var effort = Effort.full
  var outcome = Outcome()
  /// Steps of work of all searches so far.
  var work = 0
  var scratch = ExtensionScratch()

  init(_ model: DayModel) {
    self.model = model
    waitsForBookings = model.waitsForBookings
    callsOnOthers = waitsForBookings && model.vehicleCount > 1
    lastBooking = model.parties.map(\.booked).max() ?? .min
    windows = PricedWindows(
      model, places: 0, prices: ContiguousArray(repeating: 0, count: model.parties.count))
    reach = ReachTable(model, windows: windows)
    onboard = OnboardTable(model)
    group = model.groups[0]
  }

  /// Routes of a vehicle of `group`, when serving party k earns `prices[k]`, without some parties.
  ///
  /// Incomplete where it takes more labels, or more work, than it may.
  mutating func run(
    _ group: DayModel.Group, prices: ContiguousArray<Cost>, excluding: [Int] = [],
    effort: Effort, labelLimit: Int, work allowance: Int
  ) -> Outcome {
    let lastWork = work + allowance
    self.group = group
    self.prices = prices
    self.effort = effort
    windows = PricedWindows(model, places: group.places, prices: prices)
    reach = ReachTable(model, windows: windows)
    outcome = Outcome()
    labels.removeAll(keepingCapacity: true)
    rideStarts.removeAll(keepingCapacity: true)
    heads.removeAll()
    let horizon = Int((group.closes - group.opens) / Self.bucketWidth) + 1
    buckets = Array(repeating: [], count: horizon)
    var served = Served()
    for party in excluding { served.insert(party) }
    add(
      RouteLabel(
        cost: -group.idleCost, leaves: group.opens, begin: group.opens, moved: 0, parent: -1,
        onboard: 0, firstRide: 0, next: -1, place: Int16(group.start), pickup: -1,
        served: served))
    outer: for bucket in buckets.indices {
      var position = 0
      while position < buckets[bucket].count {
        extend(buckets[bucket][position])
        position += 1
        if labels.count > labelLimit || work > lastWork {
          outcome.isComplete = false
          break outer
        }
      }
      buckets[bucket] = []
    }
    if effort == .quick { outcome.isComplete = false }
    outcome.labels = labels.count
    return outcome
  }

  /// The stops that led to a label.
  func stops(to label: Int32) -> [DayStop] {
    var chain: [Int32] = []
    var current = label
    while current >= 0 {
      chain.append(current)
      current = labels[Int(current)].parent
    }
    var stops: [DayStop] = []
    for (before, after) in zip(chain.reversed(), chain.reversed().dropFirst()) {
      let label = labels[Int(after)]
      let now = onboard.members(of: label.onboard).map { onboard.members[$0] >> 1 }
      for position in onboard.members(of: labels[Int(before)].onboard) {
        let pickup = Int(onboard.members[position] >> 1)
        guard !now.contains(UInt16(pickup)) else { continue }
        let ride = model.pickups[pickup].rides.first { model.rides[$0].place == Int(label.place) }
        stops.append(DayStop(pickup: pickup, ride: ride))
      }
      if label.pickup >= 0 { stops.append(DayStop(pickup: Int(label.pickup), ride: nil)) }
    }
    return stops
  }

  /// Keeps a label unless another makes it useless; its ride starts are the last ones stored.
  mutating func add(_ candidate: RouteLabel<Served>) {
    work += Self.stepsOfALabel
    let place = Int(candidate.place)
    guard candidate.leaves + group.home[place] <= group.closes else {
      rideStarts.removeLast(rideStarts.count - Int(candidate.firstRide))
      return
    }
    var label = candidate
    label.served.formUnion(
      reach.outOfReach(from: place, leaving: label.leaves, begin: label.begin))
    let key = UInt64(label.onboard) << 24 | UInt64(place) << 12
    let slice = UInt64((label.leaves - group.opens) / Self.sliceWidth)
    if isDominated(label, key: key, slice: slice) {
      rideStarts.removeLast(rideStarts.count - Int(label.firstRide))
      return
    }
    let index = Int32(labels.count)
    label.next = heads[key | slice] ?? -1
    heads.set(index, for: key | slice)
    labels.append(label)
    buckets[Int((label.leaves - group.opens) / Self.bucketWidth)].append(index)
    guard label.onboard == 0 else { return }
    let total = label.cost + model.driving * Cost(group.home[place])
    guard total < 0 else { return }
    outcome.best = min(outcome.best, total)
    outcome.routes.append((total, index))
  }

  /// Compares with the labels of the same place and set aboard that leave at about the same time,
  /// and drops those that the new one dominates.
  private mutating func isDominated(
    _ label: RouteLabel<Served>, key: UInt64, slice: UInt64
  ) -> Bool {
    let entry = onboard.entries[Int(label.onboard)]
    let canJoin = reach.canBoard(at: Int(label.place), besides: label.served)
    let rates = Rates(
      aboard: entry.waitRate,
      joining: canJoin ? min(model.waiting, model.riding) * Cost(group.places - entry.places) : nil)
    let slices = [slice, slice + 1, slice == 0 ? .max : slice - 1]
    for (position, compared) in slices.enumerated() where compared != .max {
      var last: Int32 = -1
      var current = heads[key | compared] ?? -1
      while current >= 0 {
        let other = labels[Int(current)]
        work += 1
        if position != 1, dominates(other, label, rates) { return true }
        if position != 2, dominates(label, other, rates) {
          labels[Int(current)].cost = .max
          if last >= 0 {
            labels[Int(last)].next = other.next
          } else {
            heads.set(other.next, for: key | compared)
          }
        } else {
          last = current
        }
        current = other.next
      }
    }
    return false
  }

  /// What a millisecond of waiting costs.
  private struct Rates {
    let aboard: Cost
    /// Those who may still join the halt; `nil` where nobody can.
    let joining: Cost?
  }

  /// Whether whatever follows `b` can follow `a` at no more cost.
  ///
  /// The earlier one may have to wait later on, with those aboard now.
  @inline(__always)
  private func dominates(
    _ a: RouteLabel<Served>, _ b: RouteLabel<Served>, _ rates: Rates
  ) -> Bool {
    if effort == .quick {
      let earlier = max(0, b.leaves - a.leaves)
      return a.leaves <= b.leaves + Self.quickTolerance
        && a.cost + rates.aboard * Cost(earlier) <= b.cost
    }
    var least = a.cost + rates.aboard * Cost(b.leaves - a.leaves)
    guard a.leaves <= b.leaves, least <= b.cost, a.served.isSubset(of: b.served) else {
      return false
    }
    if a.isCall { guard b.isCall, departure(to: a) <= departure(to: b) else { return false } }
    if let joining = rates.joining {
      // Where the one works longer, those who join ride with it that much less.
      least += joining * Cost(max(0, b.work - a.work))
      guard a.begin <= b.begin, a.work <= b.work, least <= b.cost else { return false }
      guard a.pickup == b.pickup || a.pickup < 0 else { return false }
    }
    for (offset, position) in onboard.members(of: a.onboard).enumerated()
    where onboard.members[position] & 1 != 0 {
      let ridesA = a.moved - rideStarts[Int(a.firstRide) + offset]
      let ridesB = b.moved - rideStarts[Int(b.firstRide) + offset]
      if ridesA > ridesB { return false }
    }
    return true
  }
}
