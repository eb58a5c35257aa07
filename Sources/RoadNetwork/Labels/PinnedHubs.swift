import Mobility

/// The two labels of a pinned place, spread over all hubs: the driving times from it and to it.
///
/// A value: the memory is copied before a shared one changes.
struct PinnedHubs: @unchecked Sendable {
  private let labelled: LabelledPlaces
  /// By hub, in milliseconds; first those from the place, then those to it.
  private var memory: OwnedMemory<Int32>
  private var fromPlace: UnsafeMutablePointer<Int32>
  private var toPlace: UnsafeMutablePointer<Int32>
  private var place: PlaceID?
  private var approach = TimeSpan.zero

  /// Where the labels lie, which `labelled` keeps.
  private let outFirst: UnsafePointer<Int32>
  private let out: UnsafePointer<LabelEntry>
  private let intoFirst: UnsafePointer<Int32>
  private let into: UnsafePointer<LabelEntry>
  private let rank: UnsafePointer<Int32>
  private let placeCount: Int
  private let givenPlaceCount: Int

  init(_ labelled: LabelledPlaces) {
    self.labelled = labelled
    let labels = labelled.labels
    memory = OwnedMemory(repeating: LabelEntry.end.milliseconds, count: 2 * labels.rank.count)
    fromPlace = memory.start
    toPlace = memory.start + labels.rank.count
    outFirst = labels.out.first.start
    out = labels.out.entries.start
    intoFirst = labels.into.first.start
    into = labels.into.entries.start
    rank = labelled.rank.start
    placeCount = labelled.places.count
    givenPlaceCount = labelled.places.given.count
  }

  mutating func pin(_ place: PlaceID) {
    if !isKnownUniquelyReferenced(&memory) {
      memory = OwnedMemory(copyOf: memory)
      fromPlace = memory.start
      toPlace = memory.start + memory.count / 2
    }
    if let pinned = self.place { spread(pinned) { _, _ in LabelEntry.end.milliseconds } }
    spread(place, min)
    approach = labelled.target(of: place).approach.duration
    self.place = place
  }

  func drive(from origin: PlaceID) -> TimeSpan {
    precondition(origin.index < placeCount, "no place of these travel times")
    if approach > .zero, isThere(origin) { return .zero }
    let way = least(rank[origin.index], outFirst, out, pinned: toPlace)
    return withExtendedLifetime((labelled, memory)) { TimeSpan(milliseconds: way) + approach }
  }

  func drive(to destination: PlaceID) -> TimeSpan {
    let (rank, approach) = labelled.target(of: destination)
    if approach > .zero, isThere(destination) { return .zero }
    let way = least(rank, intoFirst, into, pinned: fromPlace)
    return withExtendedLifetime((labelled, memory)) {
      TimeSpan(milliseconds: way) + approach.duration
    }
  }

  private func isThere(_ other: PlaceID) -> Bool {
    place.map { labelled.places.isSameSpot($0, other) } ?? false
  }

  private func least(
    _ rank: Int32, _ first: UnsafePointer<Int32>, _ label: UnsafePointer<LabelEntry>,
    pinned: UnsafeMutablePointer<Int32>
  ) -> Int32 {
    guard rank >= 0 else {
      return labelled.ranks(rank).reduce(LabelEntry.end.milliseconds) {
        min($0, least($1, first, label, pinned: pinned))
      }
    }
    return Self.least(
      label, Int(first[Int(rank)]), Int(first[Int(rank) + 1]) - 1, pinned: pinned)
  }

  private static func least(
    _ label: UnsafePointer<LabelEntry>, _ start: Int, _ end: Int,
    pinned: UnsafeMutablePointer<Int32>
  ) -> Int32 {
    var best = LabelEntry.end.milliseconds
    var k = start
    while k < end {
      let entry = label[k]
      best = min(best, entry.milliseconds &+ pinned[Int(entry.hub)])
      k += 1
    }
    return best
  }

  /// Sets the hubs of a place, each to a function of what stands there and its driving time.
  private func spread(_ place: PlaceID, _ value: (Int32, Int32) -> Int32) {
    let (from, to) = (fromPlace, toPlace)
    for rank in labelled.ranks(labelled.rank(of: place)) {
      labelled.labels.out.forEach(of: rank) { entry, _ in
        from[Int(entry.hub)] = value(from[Int(entry.hub)], entry.milliseconds)
      }
    }
    for rank in labelled.ranks(labelled.target(of: place).rank) {
      labelled.labels.into.forEach(of: rank) { entry, _ in
        to[Int(entry.hub)] = value(to[Int(entry.hub)], entry.milliseconds)
      }
    }
  }
}
