public import Mobility

/// Exact driving times between the places of a service.
///
/// Of two paths that are equally fast the shorter one counts, and of two that are also equally long
/// the one whose last edges come first by id: whatever is asked, every backend gives the same
/// answer. Total: it can be made only where every place reaches every other.
public struct TravelTimes: Sendable {
  public let backend: Backend
  public let placeCount: Int
  /// Row-major: row = origin, column = destination; empty with labels.
  @usableFromInline let durations: ContiguousArray<TimeSpan>
  let lengths: ContiguousArray<Meters>
  let network: RoadNetwork
  let places: Column<Place, NodeID>
  let labelled: LabelledPlaces?

  /// How travel times are kept.
  public enum Backend: String, Hashable, Sendable, CaseIterable, Codable {
    /// All pairs of places, 8 bytes each.
    case matrix
    /// Hub labels of all nodes, merged at each question.
    case labels

    /// A matrix up to 2,000 places (32 MB), labels beyond.
    public static func automatic(placeCount: Int) -> Self {
      placeCount <= 2000 ? .matrix : .labels
    }
  }

  /// `index` is called only where a `RoutingIndex` is needed, that is for labels or above 250 places.
  ///
  /// Up to there, a search for each place takes less time than the index would.
  /// - Returns: `nil` when some place cannot be reached from another.
  public init?(
    _ network: RoadNetwork, between places: Column<Place, Place>, backend: Backend? = nil,
    index: (RoadNetwork) -> RoutingIndex = { RoutingIndex($0) }
  ) {
    self.backend = backend ?? .automatic(placeCount: places.count)
    self.network = network
    self.places = Column(places.values.map(\.node))
    placeCount = places.count
    switch self.backend {
    case .matrix:
      var rows = MatrixRows(places: self.places)
      let isComplete =
        places.count <= 250 ? rows.fill(searching: network) : rows.fill(sweeping: index(network))
      guard isComplete else { return nil }
      durations = rows.durations
      lengths = rows.lengths
      labelled = nil
    case .labels:
      let labelled = LabelledPlaces(self.places, labels: index(network).labels, on: network)
      guard labelled.isTotal else { return nil }
      durations = []
      lengths = []
      self.labelled = labelled
    }
  }

  /// The shortest driving time for a vehicle that leaves at `departing`.
  @inlinable
  public func drive(from origin: PlaceID, to destination: PlaceID, departing: Instant) -> TimeSpan {
    guard durations.isEmpty else {
      return durations[origin.index * placeCount + destination.index]
    }
    return labelledDrive(from: origin, to: destination)
  }

  /// The length of the road that `drive` takes.
  public func length(from origin: PlaceID, to destination: PlaceID, departing: Instant) -> Meters {
    guard let labelled else { return lengths[origin.index * placeCount + destination.index] }
    return labelled.weight(from: origin, to: destination).length
  }

  /// The edges that `drive` takes; none from a place to its own node.
  public func path(from origin: PlaceID, to destination: PlaceID, departing: Instant) -> [EdgeID] {
    let (origin, destination) = (places[origin], places[destination])
    if let labelled { return labelled.path(from: origin, to: destination, in: network) }
    let search = ShortestPaths(from: origin, to: destination, in: network)
    guard let path = search.path(to: destination, in: network) else {
      preconditionFailure("travel times are total")
    }
    return path
  }

  @usableFromInline @inline(never)
  func labelledDrive(from origin: PlaceID, to destination: PlaceID) -> TimeSpan {
    guard let labelled else { preconditionFailure("there are no places") }
    return labelled.weight(from: origin, to: destination).duration
  }
}
