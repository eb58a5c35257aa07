import Mobility
public import RoadNetwork

extension Instance {
  /// The travel times between all places, that is all turning points.
  public func travelTimes(index: (RoadNetwork) -> RoutingIndex) -> TravelTimes {
    let times = TravelTimes(
      network, between: Column([]), turningPoints: layout.turningPoints,
      index: index)
    guard let times else { preconditionFailure("no places were given, and some do not connect") }
    return times
  }
}
