import Mobility
import Synchronization

/// The rows of a matrix, each filled when it is first asked for.
///
/// Row = destination, column = origin: the given places, then all nodes where there are turning
/// points. A row is driving times in milliseconds, then as many lengths in metres. Several threads
/// may ask at once: rows are published whole, and who comes late throws its own away.
final class MatrixRows: @unchecked Sendable {
  typealias Slot = Atomic<UnsafePointer<Int32>?>

  /// One for each place.
  let slots: UnsafeMutablePointer<Slot>
  private let places: TravelPlaces
  private let columnCount: Int
  private let way: Way

  /// How a row is filled.
  enum Way: Sendable {
    case search(IncomingEdges)
    case sweep(RoutingIndex)
  }

  init(_ places: TravelPlaces, by way: Way) {
    self.places = places
    self.way = way
    columnCount = Self.columnCount(
      givenPlaceCount: places.given.count, turningPoints: places.turningPoints,
      nodeCount: places.network.nodeCount)
    slots = .allocate(capacity: places.count)
    for place in 0..<places.count { (slots + place).initialize(to: Slot(nil)) }
  }

  deinit {
    for place in 0..<places.count {
      slots[place].load(ordering: .relaxed)?.deallocate()
    }
    slots.deinitialize(count: places.count)
    slots.deallocate()
  }

  static func columnCount(
    givenPlaceCount: Int, turningPoints: TurningPoints, nodeCount: Int
  ) -> Int {
    givenPlaceCount + (turningPoints == .none ? 0 : nodeCount)
  }

  /// Up to here a place is its own column; the end of an edge has that of its node.
  static func directColumnCount(of places: TravelPlaces) -> Int {
    places.turningPoints == .edges ? places.given.count : places.count
  }

  func weight(from origin: PlaceID, to destination: PlaceID) -> PathWeight {
    precondition(origin.index < places.count, "no place of these travel times")
    if origin.index >= places.given.count, places.isSameSpot(origin, destination) { return .zero }
    let row = row(to: destination)
    let column =
      origin.index < places.given.count
      ? origin.index : places.given.count + places.node(of: origin).index
    return weight(at: column, in: row)
  }

  /// From the node of a network with turning points.
  func weight(from node: NodeID, in row: UnsafePointer<Int32>) -> PathWeight {
    weight(at: places.given.count + node.index, in: row)
  }

  func row(to destination: PlaceID) -> UnsafePointer<Int32> {
    precondition(destination.index < places.count, "no place of these travel times")
    if let row = slots[destination.index].load(ordering: .acquiring) { return row }
    let row = UnsafePointer(filledRow(to: destination))
    let (exchanged, first) = slots[destination.index].compareExchange(
      expected: nil, desired: row, ordering: .acquiringAndReleasing)
    guard !exchanged, let first else { return row }
    row.deallocate()
    return first
  }

  private func weight(at column: Int, in row: UnsafePointer<Int32>) -> PathWeight {
    PathWeight(milliseconds: row[column], meters: row[columnCount + column])
  }

  private func filledRow(to destination: PlaceID) -> UnsafeMutablePointer<Int32> {
    let row = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * columnCount)
    let (targets, approach) = places.targets(of: destination)
    func fill(_ column: Int, with weight: PathWeight) {
      (row + column).initialize(to: weight.duration.milliseconds)
      (row + columnCount + column).initialize(to: weight.length.count)
    }
    func fill(from weights: (NodeID) -> PathWeight) {
      for origin in places.given.ids {
        let isThere = places.isSameSpot(origin, destination)
        var way = PathWeight.none
        for node in places.given[origin].nodes { way = min(way, weights(node)) }
        fill(origin.index, with: isThere ? .zero : way + approach)
      }
      for column in places.given.count..<columnCount {
        fill(column, with: weights(NodeID(column - places.given.count)) + approach)
      }
    }
    switch way {
    case .search(let incoming):
      let search = DestinationSearch(to: targets, in: places.network, incoming: incoming)
      fill { search.weights[$0] }
    case .sweep(let index):
      var sweep = HierarchySweep(index)
      sweep.run(to: targets)
      fill { sweep[$0] }
    }
    return row
  }
}
