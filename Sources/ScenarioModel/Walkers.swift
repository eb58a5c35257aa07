public import Mobility

/// How the parties of a scenario walk, by age class.
public struct Walkers: Sendable {
  private let ages: [DemandModel.AgeClass]
  private let walking: DemandModel.Walking

  public init(ages: [DemandModel.AgeClass], walking: DemandModel.Walking) {
    self.ages = ages
    self.walking = walking
  }

  public func ageClass(named name: String) -> DemandModel.AgeClass? {
    ages.first { $0.name == name }
  }

  /// Where a party could get on or off that walks so much farther than to the farthest place that is
  /// `offered` to it; than its limit, where none is.
  ///
  /// What is offered comes first; the others follow, nearest first. No walk is longer than `longest`.
  public func accesses(
    from door: Coordinate, of age: DemandModel.AgeClass, offered: [Access], farther: Meters,
    longest: Meters, places: Column<Place, NamedPlace>
  ) -> [Access] {
    let farthest = offered.map(\.distance).max() ?? age.walkLimit
    let limit = min(farthest + farther, longest)
    let everywhere = DemandModel.Walking(
      choices: places.count, detourThousandths: walking.detourThousandths)
    let reached = Accesses(places: places, walking: everywhere)
      .nearest(to: door, walkingSpeedKmh: age.walkingSpeedKmh, limit: limit)
    return offered + reached.filter { access in !offered.contains { $0.place == access.place } }
  }
}

extension DemandModel.AgeClass {
  /// As far as the party walks in so many minutes.
  public func walk(inMinutes minutes: Int) -> Meters {
    Meters(Int32(Double(minutes) * walkingSpeedKmh * 1000 / 60))
  }
}
