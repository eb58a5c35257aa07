public import Mobility
public import Synchronization

/// Exact driving times between the places of a service.
///
/// Of two paths that are equally fast the shorter one counts, and of two that are also equally long
/// the one whose first edges have the highest ids: whatever is asked, every backend gives the same
/// answer. A place with an approach is reached over that edge alone. Total: it can be made only
/// where every given place reaches every other. Turning points on the ways between these reach them
/// too; one that cannot has a drive of `TimeSpan.unlimited` or more.
public struct TravelTimes: Sendable {
  public let backend: Backend
  /// The places given and the turning points, which follow them.
  public let placeCount: Int
  public let givenPlaceCount: Int
  /// Origins below it are columns of the matrix; 0 with labels.
  @usableFromInline let directColumnCount: Int
  /// The rows of the matrix by destination; `nil` with labels.
  @usableFromInline nonisolated(unsafe) let rowSlots:
    UnsafeMutablePointer<Atomic<UnsafePointer<Int32>?>>?
  @usableFromInline let index: TravelTimesIndex
  /// Whether no drive over a stop in between is shorter than the drive without it.
  ///
  /// Not so where a van halts at a junction and goes on by a road that it may not turn into without
  /// the halt.
  public let keepsTriangle: Bool

  /// How travel times are kept.
  public enum Backend: String, Hashable, Sendable, CaseIterable, Codable {
    /// Between all places, 8 bytes a pair; a row is filled when its destination is first asked for.
    case matrix
    /// Hub labels of all nodes, merged at each question.
    case labels

    /// A matrix up to 6,000 destinations whose rows stay below 300 MB, labels beyond.
    public static func automatic(destinationCount: Int, columnCount: Int) -> Self {
      let isSmall = destinationCount <= 6000 && 8 * destinationCount * columnCount < 300_000_000
      return isSmall ? .matrix : .labels
    }
  }

  /// `index` is called only where a `RoutingIndex` is needed, that is for labels or above 250 places.
  ///
  /// Up to there, a search for each place takes less time than the index would. The turning points
  /// follow the given places in order of node or edge.
  /// - Returns: `nil` when some given place cannot be reached from another.
  public init?(
    _ network: RoadNetwork, between places: Column<Place, Place>,
    turningPoints: TurningPoints = .none, backend: Backend? = nil,
    index: (RoadNetwork) -> RoutingIndex = { RoutingIndex($0) }
  ) {
    let places = TravelPlaces(places, turningPoints: turningPoints, network: network)
    let backend =
      backend
      ?? .automatic(
        destinationCount: places.destinationCount,
        columnCount: MatrixRows.columnCount(
          givenPlaceCount: places.given.count, turningPoints: turningPoints,
          nodeCount: network.nodeCount))
    guard let made = TravelTimesIndex(places, backend: backend, index: index) else { return nil }
    self.backend = backend
    self.index = made
    placeCount = places.count
    givenPlaceCount = places.given.count
    switch made.table {
    case .rows(let rows):
      rowSlots = rows.slots
      directColumnCount = MatrixRows.directColumnCount(of: places)
    case .labels:
      rowSlots = nil
      directColumnCount = 0
    }
    keepsTriangle = made.keepsTriangle
  }

  var places: TravelPlaces { index.places }

  /// Lower bounds of the driving times, by parts of the town; a single one without a routing index.
  public var cells: RoadCells { index.cells }

  /// The shortest driving time for a vehicle that leaves at `departing`.
  @inlinable
  public func drive(from origin: PlaceID, to destination: PlaceID, departing: Instant) -> TimeSpan {
    withExtendedLifetime(index) {
      guard origin.index < directColumnCount, destination.index < placeCount, let rowSlots,
        let row = rowSlots[destination.index].load(ordering: .acquiring)
      else { return index.drive(from: origin, to: destination) }
      return TimeSpan(milliseconds: row[origin.index])
    }
  }

  /// The length of the road that `drive` takes.
  public func length(from origin: PlaceID, to destination: PlaceID, departing: Instant) -> Meters {
    index.weight(from: origin, to: destination).length
  }
}
