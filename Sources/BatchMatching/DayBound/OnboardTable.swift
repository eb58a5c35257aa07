import Mobility

/// Who is in a van, as numbered sets; set 0 is empty.
///
/// A member is a way to get on, with a last bit for whether the van has left that halt.
struct OnboardTable {
  struct Entry {
    let first: Int32
    let count: Int32
    /// Places taken, of all kinds.
    let places: Int32
    /// Riders who are under way, not in the halt where they boarded.
    let underWay: Int32
    /// What a millisecond of waiting costs all of them.
    let waitRate: Cost
  }

  private let model: DayModel
  private(set) var entries: ContiguousArray<Entry> = []
  /// Members of all sets, ascending within each.
  private(set) var members: ContiguousArray<UInt16> = []
  private var transitions = NumberTable()
  private var numbers: [ContiguousArray<UInt16>: Int32] = [:]

  init(_ model: DayModel) {
    self.model = model
    _ = number(of: [])
  }

  @inline(__always)
  func members(of set: Int32) -> Range<Int> {
    let entry = entries[Int(set)]
    return Int(entry.first)..<Int(entry.first + entry.count)
  }

  /// The set once the van has left the halt.
  mutating func leaving(_ set: Int32) -> Int32 {
    transition(set, 0) { members in
      for k in members.indices { members[k] |= 1 }
    }
  }

  /// The set with one who boards in the halt.
  mutating func boarding(_ pickup: Int, to set: Int32) -> Int32 {
    transition(set, UInt64(2 * pickup + 1)) { members in
      let member = UInt16(pickup << 1)
      let position = members.firstIndex { $0 > member } ?? members.endIndex
      members.insert(member, at: position)
    }
  }

  /// The set without one who alights.
  mutating func alighting(_ pickup: Int, from set: Int32) -> Int32 {
    transition(set, UInt64(2 * pickup + 2)) { members in
      members.removeAll { Int($0 >> 1) == pickup }
    }
  }

  @inline(__always)
  private mutating func transition(
    _ set: Int32, _ change: UInt64, _ apply: (inout ContiguousArray<UInt16>) -> Void
  ) -> Int32 {
    let key = UInt64(set) << 20 | change
    if let known = transitions[key] { return known }
    var changed = ContiguousArray(members[members(of: set)])
    apply(&changed)
    let result = number(of: changed)
    transitions.set(result, for: key)
    return result
  }

  private mutating func number(of set: ContiguousArray<UInt16>) -> Int32 {
    if let known = numbers[set] { return known }
    var (places, riders, underWay) = (Int32(0), Int32(0), Int32(0))
    for member in set {
      let party = model.parties[model.pickups[Int(member >> 1)].party]
      places += party.places
      riders += party.riders
      if member & 1 != 0 { underWay += party.riders }
    }
    let result = Int32(entries.count)
    numbers[set] = result
    entries.append(
      Entry(
        first: Int32(members.count), count: Int32(set.count), places: places, underWay: underWay,
        waitRate: min(model.waiting, model.riding) * Cost(riders)))
    members.append(contentsOf: set)
    return result
  }
}
