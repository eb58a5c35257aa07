public import Mobility

/// What travel times are looked up in: made once, shared by all copies and threads.
@usableFromInline
final class TravelTimesIndex: Sendable {
  let places: TravelPlaces
  let table: Table
  let cells: RoadCells

  enum Table: Sendable {
    case rows(MatrixRows)
    case labels(LabelledPlaces)
  }

  /// A matrix or labels; `nil` when some given place cannot be reached from another.
  init?(_ places: TravelPlaces, backend: TravelTimes.Backend, index: (RoadNetwork) -> RoutingIndex)
  {
    self.places = places
    if backend == .matrix, places.destinationCount <= Self.searchedPlaceCount {
      let incoming = IncomingEdges(places.network)
      guard places.isTotal(searching: incoming) else { return nil }
      table = .rows(MatrixRows(places, by: .search(incoming)))
      let nodeCount = places.network.nodeCount
      cells = RoadCells(.single(nodeCount: nodeCount), Landmarks(nodeCount: nodeCount), places)
      return
    }
    let index = index(places.network)
    guard places.isTotal(sweeping: index) else { return nil }
    switch backend {
    case .matrix: table = .rows(MatrixRows(places, by: .sweep(index)))
    case .labels: table = .labels(LabelledPlaces(places, labels: index.labels))
    }
    cells = RoadCells(index.cells, Landmarks(index, in: places.network), places)
  }

  /// Up to so many destinations, searches for all of them take less time than a routing index.
  private static let searchedPlaceCount = 250

  @usableFromInline @inline(never)
  func drive(from origin: PlaceID, to destination: PlaceID) -> TimeSpan {
    switch table {
    case .rows(let rows): rows.weight(from: origin, to: destination).duration
    case .labels(let labelled): labelled.drive(from: origin, to: destination)
    }
  }

  func weight(from origin: PlaceID, to destination: PlaceID) -> PathWeight {
    switch table {
    case .rows(let rows): rows.weight(from: origin, to: destination)
    case .labels(let labelled): labelled.weight(from: origin, to: destination)
    }
  }
}
