public import Dispatching
public import Mobility

/// A random service day of a few requests, small enough to try everything.
public struct RandomDay {
  public let requests: [Request]
  public let vehicles: [Vehicle]
  public let service: Service
  public let refusalWait: TimeSpan

  /// Weights differ in half of the days; some parties can board or alight in two places, some book
  /// ahead, and the vehicles are alike or not.
  public init(seed: Int, requests count: Int) {
    var world = RandomWorld(seed: seed)
    if world.chance(0.5) {
      let weights = Weights(driving: 1000, wait: 1000, ride: 1000, walk: 1000)
      world.service = Service(
        travelTimes: world.service.travelTimes, rules: world.service.rules, weights: weights)
    }
    let opens = Instant(hour: 9)
    let spread = world.whole(in: 1800...9000)
    var wishes: [(booked: Instant, desired: Instant)] = []
    for _ in 0..<count {
      let desired = opens + .seconds(world.whole(in: 0...spread))
      let lead: Int32 = world.chance(0.5) ? 0 : world.whole(in: 0...3600)
      wishes.append((desired - .seconds(lead), desired))
    }
    wishes.sort { $0.booked < $1.booked }
    requests = wishes.enumerated().map { k, wish in
      let drawn = world.request(k, after: wish.booked)
      func accesses(_ first: Access) -> [Access] {
        guard world.chance(0.25) else { return [first] }
        let other = Access(place: world.place(), walk: .seconds(world.whole(in: 0...400)))
        return other.place == first.place ? [first] : [first, other]
      }
      return Request(
        id: RequestID(k), booked: wish.booked, desired: wish.desired,
        arriveFrom: drawn.arriveFrom.map { wish.desired + ($0 - drawn.desired) },
        arriveBy: drawn.arriveBy.map { wish.desired + ($0 - drawn.desired) },
        riders: drawn.riders, load: drawn.load, boarding: drawn.boarding,
        pickups: accesses(drawn.pickups[0]), dropoffs: accesses(drawn.dropoffs[0]))
    }
    let areAlike = world.chance(0.5)
    var vehicles: [Vehicle] = []
    for k in 0..<Int(world.whole(in: 1...2)) {
      let start = areAlike ? PlaceID(0) : world.place()
      let end: PlaceID? = areAlike ? PlaceID(0) : world.chance(0.3) ? nil : world.place()
      let seats = areAlike ? 4 : Int(world.whole(in: 2...6))
      let closes = opens + .seconds(areAlike ? 12_000 : world.whole(in: 6000...14_000))
      vehicles.append(
        Vehicle(
          id: VehicleID(k), start: start, end: end, cabin: world.cabin(seats: seats),
          shift: TimeWindow(opens: opens, closes: closes)))
    }
    self.vehicles = vehicles
    service = world.service
    refusalWait = .minutes(world.whole(in: 10...60))
  }
}
