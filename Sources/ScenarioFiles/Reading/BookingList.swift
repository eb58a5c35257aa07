import Mobility
import RoadNetwork
import ScenarioModel

/// Makes bookings of listed requests, once places and driving times are known.
struct BookingList {
  let list: RequestsSection
  let places: Column<Place, NamedPlace>
  let travelTimes: TravelTimes
  let rules: ServiceRules

  /// In order of booking; those booked at the same moment keep the order of the list.
  var bookings: [Booking] {
    list.entries.enumerated()
      .sorted { ($0.element.booked, $0.offset) < ($1.element.booked, $1.offset) }
      .enumerated().map { id, entry in booking(entry.element, RequestID(id)) }
  }

  private func booking(_ entry: RequestsSection.Entry, _ id: RequestID) -> Booking {
    let from = end(entry.from, entry.ageClass)
    let to = end(entry.to, entry.ageClass)
    let desired: Instant
    var arriveBy: Instant?
    switch entry.departure {
    case .desired(let time): desired = time
    case .arriveBy(let time):
      arriveBy = time
      desired = max(
        entry.booked + rules.minimumLead, latestDesired(arriving: time, from.accesses, to.accesses))
    }
    let request = Request(
      id: id, booked: entry.booked, desired: desired, arriveBy: arriveBy, riders: entry.riders,
      boarding: entry.boarding, pickups: from.accesses, dropoffs: to.accesses)
    return Booking(
      request: request, name: entry.name, origin: from.point, destination: to.point,
      channel: entry.channel,
      age: entry.age, purpose: entry.purpose, originZone: "", destinationZone: "")
  }

  /// When a party must want to leave so that even the longest wait and ride are in time.
  private func latestDesired(
    arriving time: Instant, _ pickups: [Access], _ dropoffs: [Access]
  ) -> Instant {
    guard let pickup = pickups.first, let dropoff = dropoffs.first else {
      return time - rules.maximumWait
    }
    let latest = time - dropoff.walk
    let direct = travelTimes.drive(from: pickup.place, to: dropoff.place, departing: latest)
    return latest - rules.rideLimit(direct: direct) - rules.maximumWait - pickup.walk
  }

  private func end(
    _ end: RequestsSection.Entry.End, _ age: DemandModel.AgeClass?
  ) -> (point: Coordinate, accesses: [Access]) {
    switch end {
    case .place(let id): return (places[id].place.coordinate, [Access(place: id)])
    case .door(let point):
      guard let age, let walking = list.walking else {
        preconditionFailure("a door was read without ages and walking")
      }
      let accesses = Accesses(places: places, walking: walking)
      return (
        point,
        accesses.nearest(
          to: point, walkingSpeedKmh: age.walkingSpeedKmh, limit: age.walkLimit)
      )
    }
  }
}
