/// The nodes that ways name, as columns in the order of their ids.
struct NodeColumns {
  struct State: OptionSet {
    let rawValue: UInt8

    static let present = State(rawValue: 1)
    /// Outside the area that is asked for.
    static let outside = State(rawValue: 2)
    static let stopsVans = State(rawValue: 4)
    static let stopsWalkers = State(rawValue: 8)
  }

  let id: [Int64]
  private(set) var point: [OSMPoint?]
  private(set) var state: [State]
  /// For each node that a way names, its position here.
  let references: [Int32]

  init(of ways: WayColumns) {
    var sorted = ways.nodes
    sorted.sort()
    var unique = 0
    for position in sorted.indices where position == 0 || sorted[position] != sorted[unique - 1] {
      sorted[unique] = sorted[position]
      unique += 1
    }
    sorted.removeSubrange(unique...)
    id = sorted
    point = Array(repeating: nil, count: id.count)
    state = Array(repeating: [], count: id.count)
    references = ways.nodes.map { node in Int32(Self.position(of: node, in: sorted) ?? 0) }
  }

  func position(of node: Int64) -> Int? { Self.position(of: node, in: id) }

  mutating func place(_ position: Int, at point: OSMPoint, _ state: State) {
    self.point[position] = point
    self.state[position] = state.union(.present)
  }

  private static func position(of node: Int64, in sorted: [Int64]) -> Int? {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == node ? low : nil
  }
}
