/// The trips made so far, each of one vehicle.
struct TripColumns {
  typealias Column = (vehicle: Int, trip: Trip)

  /// Vehicles and candidates that no column ties to others.
  struct Component {
    var vehicles: [Int] = []
    var candidates: [Int] = []
    /// In ascending order.
    var columns: [Int] = []
  }

  private var columns: [Column] = []
  private var own: [[Int]]
  /// By vehicle and requests, the column that costs least.
  private var cheapest: [[[Int]: Int]]
  private let candidateCount: Int

  init(vehicles: Int, candidates: Int) {
    own = .init(repeating: [], count: vehicles)
    cheapest = .init(repeating: [:], count: vehicles)
    candidateCount = candidates
  }

  var count: Int { columns.count }
  subscript(column: Int) -> Column { columns[column] }
  subscript(range: PartialRangeFrom<Int>) -> ArraySlice<Column> { columns[range] }

  /// The position of the trip, or of one with the same requests that costs the vehicle no more.
  @discardableResult
  mutating func add(_ trip: Trip, of vehicle: Int) -> Int {
    if let k = cheapest[vehicle][trip.members], columns[k].trip.cost <= trip.cost { return k }
    columns.append((vehicle, trip))
    own[vehicle].append(columns.count - 1)
    cheapest[vehicle][trip.members] = columns.count - 1
    return columns.count - 1
  }

  /// The parts of the problem that can be solved apart, in order of their first vehicles.
  var components: [Component] {
    // Vehicles come first, then candidates; each points to one before it in its component.
    let vehicleCount = own.count
    var roots = Array(0..<vehicleCount + candidateCount)
    func root(of node: Int) -> Int {
      var node = node
      while roots[node] != node {
        roots[node] = roots[roots[node]]
        node = roots[node]
      }
      return node
    }
    for (vehicle, trip) in columns {
      for member in trip.members {
        let (a, b) = (root(of: vehicle), root(of: vehicleCount + member))
        roots[max(a, b)] = min(a, b)
      }
    }
    var positions = [Int?](repeating: nil, count: roots.count)
    var components: [Component] = []
    for node in roots.indices {
      let root = root(of: node)
      let position = positions[root] ?? components.count
      positions[root] = position
      if position == components.count { components.append(Component()) }
      if node < vehicleCount {
        components[position].vehicles.append(node)
        components[position].columns += own[node]
      } else {
        components[position].candidates.append(node - vehicleCount)
      }
    }
    for k in components.indices { components[k].columns.sort() }
    return components
  }
}
