import Mobility

extension Request {
  /// A party that asks for a ride at once, from place to place; boarding is part of the halt.
  init(_ id: RequestID, at time: Instant, riders: Int, from pickup: PlaceID, to dropoff: PlaceID) {
    self.init(
      id: id, booked: time, desired: time, riders: riders, boarding: .zero,
      pickups: [Access(place: pickup)], dropoffs: [Access(place: dropoff)])
  }
}
