/// The nodes that ways name, as columns in the order of their ids.
struct NodeColumns {
  struct State: OptionSet {
    let rawValue: UInt8

    /// The file has it, if only to say that it is deleted.
    static let read = State(rawValue: 1)
    /// Outside the area that is asked for.
    static let outside = State(rawValue: 2)
    static let stopsVans = State(rawValue: 4)
    static let stopsWalkers = State(rawValue: 8)
    /// A barrier that lets other people pass at some hours.
    static let conditional = State(rawValue: 16)
    /// Only ways say where it is.
    static let placedByWay = State(rawValue: 32)
  }

  let id: [Int64]
  private(set) var point: [OSMPoint?]
  private(set) var state: [State]
  /// The number of the version that holds, 0 where the file does not say.
  private(set) var version: [Int32]
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
    version = Array(repeating: 0, count: id.count)
    references = ways.nodes.map { node in Int32(Self.position(of: node, in: sorted) ?? 0) }
  }

  func position(of node: Int64) -> Int? { Self.position(of: node, in: id) }

  mutating func place(_ position: Int, at point: OSMPoint?, _ state: State) {
    self.point[position] = point
    self.state[position] = state
  }

  mutating func note(_ version: OSMVersion, of position: Int) {
    self.version[position] = version.number
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
