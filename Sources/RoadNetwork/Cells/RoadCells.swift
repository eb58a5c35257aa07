public import Mobility

/// Lower bounds of driving times that cost next to nothing: by square parts of the town, with the
/// least driving time from each to each, and by landmarks.
public struct RoadCells: Sendable {
  public let count: Int
  /// By place.
  @usableFromInline let cells: FixedArray<Int32>
  @usableFromInline let byOrigin: FixedArray<Int32>
  @usableFromInline let byDestination: FixedArray<Int32>
  @usableFromInline let landmarks: Landmarks
  private let places: TravelPlaces
  /// The first row of each place of several nodes among the landmarks.
  private let rowOfSplit: [PlaceID: Int32]

  init(_ nodes: NodeCells, _ landmarks: Landmarks, _ places: TravelPlaces) {
    self.places = places
    let split = places.given.ids.filter { places.given[$0].nodes.count > 1 }
    self.landmarks =
      split.isEmpty ? landmarks : landmarks.adding(split.map { places.given[$0].nodes })
    let nodeCount = places.network.nodeCount
    rowOfSplit = Dictionary(
      uniqueKeysWithValues: split.enumerated().map {
        ($0.element, Int32(nodeCount + 2 * $0.offset))
      })
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

  /// The minimum over all pairs of nodes of two parts.
  @inlinable
  public func least(from origin: Int32, to destination: Int32) -> TimeSpan {
    let (origin, destination) = (Int(origin), Int(destination))
    precondition(origin < count && destination < count, "no such part")
    return TimeSpan(milliseconds: byOrigin[origin * count + destination])
  }

  public func spot(of place: PlaceID) -> Spot {
    if !rowOfSplit.isEmpty, let row = rowOfSplit[place] {
      return Spot(cell: cell(of: place), origin: row, destination: row + 1)
    }
    let node = Int32(places.node(of: place).index)
    return Spot(cell: cell(of: place), origin: node, destination: node)
  }

  /// The greater of both bounds for the drive from one place to another.
  @inlinable
  public func least(from origin: Spot, to destination: Spot) -> TimeSpan {
    max(
      TimeSpan(
        milliseconds: landmarks.least(
          from: Int(origin.origin), to: Int(destination.destination))),
      least(from: origin.cell, to: destination.cell))
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
