public import Mobility
public import RoadNetwork

/// What every plan of a service is measured by: its travel times, its rules and its weights.
public struct Service: Sendable {
  public let travelTimes: TravelTimes
  public let rules: ServiceRules
  public let weights: Weights

  public init(travelTimes: TravelTimes, rules: ServiceRules, weights: Weights) {
    self.travelTimes = travelTimes
    self.rules = rules
    self.weights = weights
  }

  /// The drive that ends a vehicle's shift, from its last stop; zero where it may end anywhere.
  @inlinable
  public func homeward(_ vehicle: Vehicle, from place: PlaceID, departing: Instant) -> TimeSpan {
    guard let end = vehicle.end else { return .zero }
    return travelTimes.drive(from: place, to: end, departing: departing)
  }

  /// Whether a vehicle that leaves here can wait at a place and still end its shift in time.
  public func canWait(
    _ vehicle: Vehicle, at place: PlaceID, from here: PlaceID, departing: Instant
  ) -> Bool {
    let arrival = departing + travelTimes.drive(from: here, to: place, departing: departing)
    let end = arrival + homeward(vehicle, from: place, departing: arrival)
    return end <= vehicle.shift.closes
  }
}

extension Service {
  /// The terms of a request between each pair of its places, nearest first.
  public func terms(for request: Request) -> [Terms] {
    request.pickups.flatMap { pickup in
      request.dropoffs.lazy.filter { $0.place != pickup.place }.map { dropoff in
        let direct = travelTimes.drive(
          from: pickup.place, to: dropoff.place, departing: request.desired)
        return rules.terms(for: request, from: pickup, to: dropoff, direct: direct)
      }
    }
  }
}
