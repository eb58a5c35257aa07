import Mobility
import RoadNetwork

/// How many of the parties that a demand model promises find a trip long enough: the others are not
/// drawn.
public struct TripOutlook: Hashable, Sendable {
  /// Mean number a day of those that do.
  public let bookingsPerDay: Double
  /// The same of all.
  public let wantedPerDay: Double
  /// Names of the purposes for which no trip at all is long enough.
  public let impossiblePurposes: [String]

  public init(of model: DemandModel) {
    let draw = BookingDraw(
      model: model, hours: TimeWindow(opens: Instant(hour: 0), closes: Instant(hour: 24)),
      random: CounterRandom(seed: 0))
    var weight = 0.0
    var drawn = 0.0
    var impossible: [String] = []
    for purpose in model.purposes where purpose.weight > 0 {
      let isPossible = model.zones.contains { zone in
        zone.population > 0
          && purpose.attractions.contains { $0.weight > 0 && draw.canBeLongEnough(zone, $0) }
      }
      if !isPossible { impossible.append(purpose.name) }
      let shares = isPossible ? draw.longTrips(for: purpose) : model.zones.map { _ in 0 }
      for age in model.ages {
        weight += purpose.weight * age.weight
        drawn += purpose.weight * age.weight * draw.success(of: age, shares)
      }
    }
    bookingsPerDay = weight > 0 ? model.bookingsPerDay * min(1, drawn / weight) : 0
    wantedPerDay = model.bookingsPerDay
    impossiblePurposes = impossible
  }
}

extension BookingDraw {
  /// Homes of a zone that are looked at, and those where hardly a trip is long enough.
  private static let homes = (few: 16, many: 512)
  /// With trips as rare as this nearly all parties find one in their attempts.
  private static let smallShare = 0.02

  /// Whether the farthest home of the zone is far enough.
  fileprivate func canBeLongEnough(
    _ zone: DemandModel.Zone, _ attraction: DemandModel.Attraction
  ) -> Bool {
    // The plane of homes and the distance between points differ a little over long ways.
    let farthest = 1.01 * (zone.center.distance(to: attraction.point) + Double(zone.radius.count))
    return farthest >= Double(model.shortestTrip.count)
  }

  /// By zone: the chance that one attempt from there is long enough.
  fileprivate func longTrips(for purpose: DemandModel.Purpose) -> [Double] {
    model.zones.map { zone in
      let share = longTrips(for: purpose, from: zone, homes: Self.homes.few)
      return share < Self.smallShare
        ? longTrips(for: purpose, from: zone, homes: Self.homes.many) : share
    }
  }

  private func longTrips(
    for purpose: DemandModel.Purpose, from zone: DemandModel.Zone, homes: Int
  ) -> Double {
    guard purpose.attractions.contains(where: { $0.weight > 0 && canBeLongEnough(zone, $0) })
    else { return 0 }
    var sum = 0.0
    for number in 0..<homes {
      let home = home(in: zone, random[number])
      var (all, long) = (0.0, 0.0)
      for attraction in purpose.attractions {
        let distance = home.distance(to: attraction.point)
        let pull = attraction.weight * gravity(distance)
        all += pull
        if distance >= Double(model.shortestTrip.count) { long += pull }
      }
      if all > 0 { sum += long / all }
    }
    return sum / Double(homes)
  }

  /// The chance that a party finds a trip in its attempts, by the chances of each zone.
  fileprivate func success(of age: DemandModel.AgeClass, _ shares: [Double]) -> Double {
    let residents = residents(of: age)
    let all = residents.reduce(0, +)
    guard all > 0 else { return 0 }
    let share = zip(residents, shares).reduce(0) { $0 + $1.0 * $1.1 } / all
    var failure = 1.0
    for _ in 0..<Self.attempts { failure *= 1 - share }
    return 1 - failure
  }
}
