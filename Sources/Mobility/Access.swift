/// One way to get on or off: a place and the walk between it and the rider's own door.
public struct Access: Hashable, Sendable {
  public let place: PlaceID
  public let walk: TimeSpan
  public let distance: Meters

  public init(place: PlaceID, walk: TimeSpan = .zero, distance: Meters = .zero) {
    self.place = place
    self.walk = walk
    self.distance = distance
  }
}
