import Mobility
public import RoadNetwork

extension Instance {
  /// The travel times between all places, that is all turning points.
  ///
  /// - Returns: `nil` when some place cannot be reached from another.
  public func travelTimes(index: (RoadNetwork) -> RoutingIndex) -> TravelTimes? {
    TravelTimes(network, between: turningPlaces, index: index)
  }

  private var turningPlaces: Column<Place, Place> {
    switch layout.turningPoints {
    case .none: Column([])
    case .nodes:
      Column(
        network.coordinates.ids.map { Place(node: $0, coordinate: network.coordinates[$0]) })
    case .edges:
      Column(
        network.head.ids.map { edge in
          let head = network.head[edge]
          return Place(node: head, approach: edge, coordinate: network.coordinates[head])
        })
    }
  }
}
