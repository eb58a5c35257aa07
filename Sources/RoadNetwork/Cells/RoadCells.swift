public import Mobility

/// Square parts of the town, with the least driving time from each to each.
///
/// `least` is the minimum over all pairs of nodes of two parts: no drive between places of the parts
/// is shorter.
public struct RoadCells: Sendable {
  public let count: Int
  /// By place.
  @usableFromInline let cells: FixedArray<Int32>
  @usableFromInline let byOrigin: FixedArray<Int32>
  @usableFromInline let byDestination: FixedArray<Int32>

  init(_ nodes: NodeCells, _ places: TravelPlaces) {
    count = nodes.count
    byOrigin = nodes.least
    byDestination = nodes.leastByDestination
    var cells = ContiguousArray<Int32>()
    cells.reserveCapacity(places.count)
    for place in places.given.values { cells.append(nodes.cell[place.node]) }
    switch places.turningPoints {
    case .none: break
    case .nodes: cells.append(contentsOf: nodes.cell.values)
    case .edges: for head in places.network.head.values { cells.append(nodes.cell[head]) }
    }
    self.cells = FixedArray(cells)
  }

  @inlinable
  public func cell(of place: PlaceID) -> Int32 {
    precondition(place.index < cells.count, "no place of these travel times")
    return cells[place.index]
  }

  @inlinable
  public func least(from origin: Int32, to destination: Int32) -> TimeSpan {
    let (origin, destination) = (Int(origin), Int(destination))
    precondition(origin < count && destination < count, "no such part")
    return TimeSpan(milliseconds: byOrigin[origin * count + destination])
  }

  /// In milliseconds, from every part to this one.
  @inlinable
  public func leastTo(_ cell: Int32) -> FixedArray<Int32> {
    byDestination.part(Int(cell) * count..<(Int(cell) + 1) * count)
  }

  /// In milliseconds, from this part to every one.
  @inlinable
  public func leastFrom(_ cell: Int32) -> FixedArray<Int32> {
    byOrigin.part(Int(cell) * count..<(Int(cell) + 1) * count)
  }
}
