/// How many riders can be expected to board where and when, as a dispatcher knows it ahead.
public struct DemandForecast: Hashable, Sendable {
  public static let hours = 24

  /// Places where riders can board, in order.
  public let places: [PlaceID]
  /// Riders by hour of the day, and by position in `places`, in any unit.
  private var riders: [[Int]]

  /// Nothing is known but the places: they are all alike, at any time.
  public init(uniformOver places: [PlaceID]) {
    self.places = places.sorted()
    riders = Array(repeating: Array(repeating: 1, count: places.count), count: Self.hours)
  }

  /// What has been counted before, over any number of days.
  public init(_ boardings: some Sequence<(place: PlaceID, time: Instant, riders: Int)>) {
    var counted = [(place: PlaceID, hour: Int, riders: Int)]()
    for boarding in boardings {
      counted.append((boarding.place, Self.hour(of: boarding.time), boarding.riders))
    }
    places = Set(counted.map(\.place)).sorted()
    riders = Array(repeating: Array(repeating: 0, count: places.count), count: Self.hours)
    let positions = Dictionary(uniqueKeysWithValues: zip(places, places.indices))
    for (place, hour, count) in counted {
      if let position = positions[place] { riders[hour][position] += count }
    }
  }

  /// Riders by position in `places` in the hour that begins at `time`, in a unit of its own.
  public func riders(inHourFrom time: Instant) -> [Int] {
    let hour = Self.hour(of: time)
    let later = Self.hour(of: time + .hours(1))
    let passed = Int(time.milliseconds / 60_000) - 60 * hour
    return places.indices.map {
      riders[hour][$0] * (60 - passed) + riders[later][$0] * passed
    }
  }

  /// The day before and the day after belong to the first and the last hour.
  private static func hour(of time: Instant) -> Int {
    min(max(0, Int(time.milliseconds / 3_600_000)), hours - 1)
  }
}
