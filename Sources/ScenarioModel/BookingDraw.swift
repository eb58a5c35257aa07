import Mobility
import RoadNetwork

/// The attributes of one booking, each looked up at its own key.
struct BookingDraw {
  let model: DemandModel
  let hours: TimeWindow
  /// The numbers of this booking alone.
  let random: CounterRandom

  /// The numbers keep their meaning for ever: a new attribute gets a new number.
  private enum Attribute: Int {
    case age, purpose, direction, trip, hour, second, train, egress, leadTime, lead, party, channel
  }

  private enum TripAttribute: Int { case zone, home, attraction }

  struct Trip {
    let zone: DemandModel.Zone
    let home: Coordinate
    let attraction: DemandModel.Attraction
  }

  /// Redraws before a party gives up: one in a town smaller than its shortest trip.
  static let attempts = 1000

  /// `nil` for a party that finds no trip long enough.
  func booking(with accesses: Accesses) -> DrawnBooking? {
    guard let age = pick(.age, model.ages, by: \.weight),
      let purpose = pick(.purpose, model.purposes, by: \.weight),
      let trip = trip(for: purpose, by: age)
    else { return nil }
    let leavesHome = self[.direction].uniform < purpose.outboundShare
    let attraction = trip.attraction
    let origin = leavesHome ? trip.home : attraction.point
    let destination = leavesHome ? attraction.point : trip.home
    let desired = desired(purpose.timing, at: attraction)
    func reached(from door: Coordinate) -> [Access] {
      accesses.nearest(to: door, walkingSpeedKmh: age.walkingSpeedKmh, limit: age.walkLimit)
    }
    return DrawnBooking(
      booked: min(desired, max(desired - lead, hours.opens - DemandModel.earliestBooking)),
      desired: desired, riders: (self[.party].position(in: model.partySizes) ?? 0) + 1,
      boarding: age.boarding, pickups: reached(from: origin), dropoffs: reached(from: destination),
      origin: origin, destination: destination,
      channel: self[.channel].uniform < model.phoneShare ? .phone : .app, age: age.name,
      purpose: purpose.name, originZone: leavesHome ? trip.zone.name : attraction.zone,
      destinationZone: leavesHome ? attraction.zone : trip.zone.name)
  }

  private subscript(attribute: Attribute) -> CounterRandom { random[attribute.rawValue] }

  private func pick<Choice>(
    _ attribute: Attribute, _ choices: [Choice], by weight: (Choice) -> Double
  ) -> Choice? {
    self[attribute].position(in: choices.map(weight)).map { choices[$0] }
  }

  private func trip(for purpose: DemandModel.Purpose, by age: DemandModel.AgeClass) -> Trip? {
    let residents = residents(of: age)
    for attempt in 0..<Self.attempts {
      let random = self[.trip][attempt]
      guard let position = random[TripAttribute.zone.rawValue].position(in: residents) else {
        return nil
      }
      let zone = model.zones[position]
      let home = home(in: zone, random[TripAttribute.home.rawValue])
      let pulls = purpose.attractions.map { $0.weight * gravity(home.distance(to: $0.point)) }
      guard let pull = random[TripAttribute.attraction.rawValue].position(in: pulls) else {
        return nil
      }
      let attraction = purpose.attractions[pull]
      if home.distance(to: attraction.point) >= Double(model.shortestTrip.count) {
        return Trip(zone: zone, home: home, attraction: attraction)
      }
    }
    return nil
  }

  /// By zone.
  func residents(of age: DemandModel.AgeClass) -> [Double] {
    model.zones.map { zone in
      zone.population * (age.isElderly ? zone.elderlyShare : 1 - zone.elderlyShare)
    }
  }

  /// What is left at this distance of the pull that an attraction has next door.
  func gravity(_ distance: Double) -> Double {
    let ratio = 1 + distance / Double(model.gravityDistance.count)
    return 1 / (ratio * ratio)
  }

  /// A point of the disc: points of the square around it are drawn until one lies in the disc.
  func home(in zone: DemandModel.Zone, _ random: CounterRandom) -> Coordinate {
    let radius = Double(zone.radius.count)
    var point = PlanePoint(x: 0, y: 0)
    for attempt in 0..<64 {
      let candidate = PlanePoint(
        x: 2 * random[2 * attempt].uniform - 1, y: 2 * random[2 * attempt + 1].uniform - 1)
      guard candidate.length <= 1 else { continue }
      point = candidate
      break
    }
    return LocalPlane(origin: zone.center).coordinate(radius * point)
  }

  /// In whole seconds.
  private func desired(
    _ timing: DemandModel.Timing, at attraction: DemandModel.Attraction
  ) -> Instant {
    switch timing {
    case .hourly(let weights):
      let hour = self[.hour].position(in: weights) ?? 0
      return Instant(hour: Int32(hour)) + .seconds(Int32(self[.second].uniform(in: 0...3599)))
    case .trains(let trains):
      let headway = Int(trains.headway.milliseconds)
      let count = Int((trains.last - trains.first).milliseconds) / headway
      let train = self[.train].uniform(in: 0...count)
      let first = trains.first + TimeSpan(milliseconds: Int32(train * headway))
      return first + attraction.trainDelay
        + span(.egress, from: trains.shortestEgress, to: trains.longestEgress)
    }
  }

  private var lead: TimeSpan {
    guard let kind = pick(.leadTime, model.leadTimes, by: \.weight) else { return .zero }
    return span(.lead, from: kind.shortest, to: kind.longest)
  }

  /// In whole seconds from the shortest, evenly.
  private func span(
    _ attribute: Attribute, from shortest: TimeSpan, to longest: TimeSpan
  ) -> TimeSpan {
    let seconds = Int((longest - shortest).milliseconds) / 1000
    return shortest + .seconds(Int32(self[attribute].uniform(in: 0...seconds)))
  }
}
