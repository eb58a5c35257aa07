import Mobility

/// A booking before the day's bookings are put in order and numbered.
struct DrawnBooking {
  let booked: Instant
  let desired: Instant
  let riders: Int
  let boarding: TimeSpan
  let pickups: [Access]
  let dropoffs: [Access]
  let origin: Coordinate
  let destination: Coordinate
  let channel: Booking.Channel
  let age: String
  let purpose: String
  let originZone: String
  let destinationZone: String

  func numbered(_ id: RequestID) -> Booking {
    Booking(
      request: Request(
        id: id, booked: booked, desired: desired, riders: riders, boarding: boarding,
        pickups: pickups, dropoffs: dropoffs),
      origin: origin, destination: destination, channel: channel, age: age, purpose: purpose,
      originZone: originZone, destinationZone: destinationZone)
  }
}
