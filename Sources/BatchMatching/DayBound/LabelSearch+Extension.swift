import Mobility

/// What is known while one label is extended.
struct ExtensionScratch {
  /// The set aboard once the halt is left.
  var left: Int32 = 0
  /// For each of them, `moved` when its ride started.
  var rideStarts: ContiguousArray<Int32> = []
  /// Where those aboard can get off: place, position in the set, ride.
  var exits: ContiguousArray<(place: Int, position: Int, ride: Int)> = []
  /// Those of them at one place.
  var here: ContiguousArray<(place: Int, position: Int, ride: Int)> = []
}

extension LabelSearch {
  /// Adds what can follow a label.
  mutating func extend(_ index: Int32) {
    let label = labels[Int(index)]
    guard label.cost < .max else { return }
    scratch.left = onboard.leaving(label.onboard)
    scratch.rideStarts.removeAll(keepingCapacity: true)
    for (offset, position) in onboard.members(of: label.onboard).enumerated() {
      let isUnderWay = onboard.members[position] & 1 != 0
      scratch.rideStarts.append(
        isUnderWay ? rideStarts[Int(label.firstRide) + offset] : label.moved)
    }
    let free = group.places - onboard.entries[Int(label.onboard)].places
    let isCrowded = onboard.members(of: label.onboard).count >= Self.quickCrowd
    // Whoever was booked before the van set out to call on someone is better driven to at once.
    let setOut = label.isCall ? departure(to: label) : .min
    label.served.forEachMissing(below: model.parties.count) { number in
      let party = model.parties[number]
      work += 1
      guard party.places <= free, party.booked > setOut else { return }
      if callsOnOthers { for pickup in party.pickups { call(on: pickup, after: label, index) } }
      if effort == .quick && isCrowded { return }
      for pickup in party.pickups { board(pickup, after: label, index) }
    }
    if !label.isCall { alight(after: label, index) }
  }

  /// When the van left for the place of a label that is not the first.
  func departure(to label: RouteLabel<Served>) -> Int32 {
    label.leaves - model.drive(Int(labels[Int(label.parent)].place), Int(label.place))
  }

  /// Drives to where someone is to board, who then rides in another van.
  ///
  /// That brings the van near riders who are booked later; nothing else is gained by it.
  private mutating func call(
    on number: Int, after label: RouteLabel<Served>, _ index: Int32
  ) {
    let pickup = model.pickups[number]
    let party = model.parties[pickup.party]
    let drive = model.drive(Int(label.place), pickup.place)
    let departure = max(label.leaves, party.booked)
    let arrival = departure + drive
    let moved = label.moved + drive
    guard departure < lastBooking, arrival + model.halt <= pickup.latest,
      canBringAll(to: pickup.place, leaving: arrival, moved: moved)
    else { return }
    let entry = onboard.entries[Int(scratch.left)]
    var cost = label.cost + model.driving * Cost(drive)
    cost += model.riding * Cost(drive) * Cost(entry.underWay)
    cost += entry.waitRate * Cost(departure - label.leaves)
    let firstRide = Int32(rideStarts.count)
    rideStarts.append(contentsOf: scratch.rideStarts)
    add(
      RouteLabel(
        cost: cost, leaves: arrival, begin: arrival + model.halt, moved: moved, parent: index,
        onboard: scratch.left, firstRide: firstRide, next: -1, place: Int16(pickup.place),
        pickup: RouteLabel<Served>.call, served: label.served))
  }

  private mutating func board(
    _ number: Int, after label: RouteLabel<Served>, _ index: Int32
  ) {
    let pickup = model.pickups[number]
    let place = Int(label.place)
    if pickup.place == place && index != 0 { join(pickup, number, after: label, index) }
    let party = model.parties[pickup.party]
    let drive = model.drive(place, pickup.place)
    let departure = waitsForBookings ? max(label.leaves, party.booked) : label.leaves
    let gate = departure + drive + model.halt
    let begin = max(gate, pickup.ready)
    guard begin <= windows.latest[number] else { return }
    let leaves = begin + party.boarding
    let moving = drive + model.halt + party.boarding
    let entry = onboard.entries[Int(scratch.left)]
    var cost = label.cost + model.driving * Cost(drive) - prices[pickup.party]
    cost += model.waiting * Cost(begin - pickup.ready) * Cost(party.riders)
    cost += model.riding * Cost(moving) * Cost(entry.underWay)
    cost += entry.waitRate * Cost(leaves - label.leaves - moving)
    let moved = label.moved + moving
    guard canAlight(number, from: pickup.place, leaving: leaves),
      canBringAll(to: pickup.place, leaving: leaves, moved: moved)
    else { return }
    let boarded = onboard.boarding(number, to: scratch.left)
    let firstRide = Int32(rideStarts.count)
    storeStarts(of: boarded, with: number, moved: moved, others: scratch.rideStarts)
    var served = label.served
    served.insert(pickup.party)
    add(
      RouteLabel(
        cost: cost, leaves: leaves, begin: begin, moved: moved, parent: index, onboard: boarded,
        firstRide: firstRide, next: -1, place: Int16(pickup.place), pickup: Int16(number),
        served: served))
  }

  /// Whether this is the place of a party among those who board in the halt: they do so in the order
  /// in which they are ready, which no other order betters.
  ///
  /// Where a van may leave for a booking only once it is made, any who was booked before the others
  /// can be the one that it leaves for, and comes first.
  private func isNext(_ number: Int, after label: RouteLabel<Served>) -> Bool {
    guard label.pickup >= 0 else { return true }
    let last = Int(label.pickup)
    if (model.pickups[last].ready, last) < (model.pickups[number].ready, number) { return true }
    let parent = labels[Int(label.parent)]
    guard waitsForBookings, parent.place != label.place || parent.onboard == 0 else { return false }
    return model.booked(last) < model.booked(number)
  }

  /// Boards someone in the halt that the van is in.
  private mutating func join(
    _ pickup: DayModel.Pickup, _ number: Int, after label: RouteLabel<Served>, _ index: Int32
  ) {
    let begin = max(label.begin, pickup.ready)
    guard begin <= windows.latest[number], isNext(number, after: label) else { return }
    let party = model.parties[pickup.party]
    let leaves = begin + label.work + party.boarding
    // Nobody boarded or alighted yet where the van only called.
    let moving = party.boarding + (label.isCall ? model.halt : 0)
    let moved = label.moved + moving
    let entry = onboard.entries[Int(label.onboard)]
    var cost = label.cost - prices[pickup.party]
    // Whoever is ready before the one that comes first boards earlier.
    let isInOrder = label.pickup < 0 || pickup.ready >= model.pickups[Int(label.pickup)].ready
    let rate = isInOrder ? model.waiting : min(model.waiting, model.riding)
    cost += rate * Cost(begin - pickup.ready) * Cost(party.riders)
    cost += model.riding * Cost(moving) * Cost(entry.underWay)
    cost += entry.waitRate * Cost(begin - label.begin)
    let first = Int(label.firstRide)
    guard canAlight(number, from: pickup.place, leaving: leaves),
      canBring(
        label.onboard, from: label.firstRide, to: pickup.place, leaving: leaves, moved: moved)
    else { return }
    let boarded = onboard.boarding(number, to: label.onboard)
    let count = onboard.members(of: label.onboard).count
    let firstRide = Int32(rideStarts.count)
    storeStarts(
      of: boarded, with: number, moved: moved,
      others: ContiguousArray(rideStarts[first..<first + count]))
    var served = label.served
    served.insert(pickup.party)
    add(
      RouteLabel(
        cost: cost, leaves: leaves, begin: begin, moved: moved, parent: index, onboard: boarded,
        firstRide: firstRide, next: -1, place: label.place, pickup: Int16(number), served: served))
  }

  private mutating func storeStarts(
    of set: Int32, with pickup: Int, moved: Int32, others: ContiguousArray<Int32>
  ) {
    var next = 0
    for position in onboard.members(of: set) {
      if Int(onboard.members[position] >> 1) == pickup {
        rideStarts.append(moved)
      } else {
        rideStarts.append(others[next])
        next += 1
      }
    }
  }

  /// Drives to each place where some of those aboard can get off, and lets off any of them.
  private mutating func alight(after label: RouteLabel<Served>, _ index: Int32) {
    scratch.exits.removeAll(keepingCapacity: true)
    for (offset, position) in onboard.members(of: scratch.left).enumerated() {
      for ride in model.pickups[Int(onboard.members[position] >> 1)].rides {
        scratch.exits.append((model.rides[ride].place, offset, ride))
      }
    }
    for k in scratch.exits.indices {
      let place = scratch.exits[k].place
      guard !scratch.exits[..<k].contains(where: { $0.place == place }) else { continue }
      scratch.here.removeAll(keepingCapacity: true)
      for exit in scratch.exits[k...] where exit.place == place { scratch.here.append(exit) }
      for chosen in 1..<(1 << scratch.here.count) {
        alight(chosen, at: place, after: label, index)
      }
    }
  }

  /// Lets off those of `scratch.here` whose bits are set in `chosen`.
  private mutating func alight(
    _ chosen: Int, at place: Int, after label: RouteLabel<Served>, _ index: Int32
  ) {
    work += 2
    let drive = model.drive(Int(label.place), place)
    let arrival = label.leaves + drive
    let movedThere = label.moved + drive
    var begin = arrival + model.halt
    var work: Int32 = 0
    var remaining = scratch.left
    var cost = label.cost + model.driving * Cost(drive)
    cost += model.riding * Cost(drive) * Cost(onboard.entries[Int(scratch.left)].underWay)
    for k in scratch.here.indices where chosen >> k & 1 == 1 {
      let ride = model.rides[scratch.here[k].ride]
      let rides = movedThere - scratch.rideStarts[scratch.here[k].position]
      guard arrival <= windows.arrival[scratch.here[k].ride], rides <= ride.limit else { return }
      let member = onboard.members[
        onboard.members(of: scratch.left).lowerBound + scratch.here[k].position]
      let pickup = Int(member >> 1)
      work += model.parties[model.pickups[pickup].party].boarding
      begin = max(begin, ride.earliestArrival)
      cost += ride.cost
      remaining = onboard.alighting(pickup, from: remaining)
    }
    let entry = onboard.entries[Int(remaining)]
    cost += model.riding * Cost(model.halt + work) * Cost(entry.underWay)
    cost += entry.waitRate * Cost(begin - arrival - model.halt)
    let leaves = begin + work
    let moved = movedThere + model.halt + work
    let firstRide = Int32(rideStarts.count)
    for offset in scratch.rideStarts.indices {
      let alights = scratch.here.indices.contains {
        chosen >> $0 & 1 == 1 && scratch.here[$0].position == offset
      }
      if !alights { rideStarts.append(scratch.rideStarts[offset]) }
    }
    guard canBring(remaining, from: firstRide, to: place, leaving: leaves, moved: moved) else {
      rideStarts.removeLast(rideStarts.count - Int(firstRide))
      return
    }
    add(
      RouteLabel(
        cost: cost, leaves: leaves, begin: begin, moved: moved, parent: index, onboard: remaining,
        firstRide: firstRide, next: -1, place: Int16(place), pickup: -1, served: label.served))
  }

  /// Whether a party that has just boarded can get off in time.
  private func canAlight(_ pickup: Int, from place: Int, leaving: Int32) -> Bool {
    model.pickups[pickup].rides.contains {
      leaving + model.drive(place, model.rides[$0].place) <= windows.arrival[$0]
    }
  }

  /// Whether all aboard could be brought from `place` at once, after a halt there.
  private func canBringAll(to place: Int, leaving: Int32, moved: Int32) -> Bool {
    for (offset, position) in onboard.members(of: scratch.left).enumerated() {
      let member = onboard.members[position]
      guard canBring(member, started: scratch.rideStarts[offset], place, leaving, moved) else {
        return false
      }
    }
    return true
  }

  private func canBring(
    _ set: Int32, from firstRide: Int32, to place: Int, leaving: Int32, moved: Int32
  ) -> Bool {
    for (offset, position) in onboard.members(of: set).enumerated() {
      let member = onboard.members[position]
      let start = member & 1 != 0 ? rideStarts[Int(firstRide) + offset] : moved
      guard canBring(member, started: start, place, leaving, moved) else {
        return false
      }
    }
    return true
  }

  private func canBring(
    _ member: UInt16, started: Int32, _ place: Int, _ leaving: Int32, _ moved: Int32
  ) -> Bool {
    model.pickups[Int(member >> 1)].rides.contains {
      let ride = model.rides[$0]
      let drive = model.drive(place, ride.place)
      return leaving + drive <= windows.arrival[$0] && moved + drive - started <= ride.limit
    }
  }
}
