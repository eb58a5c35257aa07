/// How many riders can be expected to board where and when, as a dispatcher knows it ahead.
public struct DemandForecast: Hashable, Sendable {
  /// Places where riders can board, in order of their ids.
  public private(set) var places: [PlaceID]
  /// Riders by hour of the day, and by position in `places`, in any unit.
  private var riders: [[Int]]
  /// Whether the riders are those of other days, and not of the day itself.
  private let hasHistory: Bool

  private static let hours = 24

  /// Nothing is known but the places, all alike at any time; the bookings of the day add to it.
  public init(uniformOver places: [PlaceID]) {
    self.places = places.sorted()
    riders = Array(repeating: Array(repeating: 1, count: places.count), count: Self.hours)
    hasHistory = false
  }

  /// What was counted on other days, however many.
  public init(countedOnOtherDays requests: [Request]) {
    let boardings = requests.compactMap { request in
      request.pickups.first.map { (place: $0.place, request) }
    }
    places = Set(boardings.map(\.place)).sorted()
    riders = Array(repeating: Array(repeating: 0, count: places.count), count: Self.hours)
    hasHistory = true
    for (place, request) in boardings {
      guard let position = position(of: place) else { continue }
      riders[Self.hour(of: request.desired)][position] += request.riders
    }
  }

  /// Counts a booking of the day itself, where nothing better is known.
  public mutating func note(_ request: Request) {
    guard !hasHistory, let place = request.pickups.first?.place,
      let position = position(of: place)
    else { return }
    for hour in riders.indices { riders[hour][position] += request.riders }
  }

  /// Riders by position in `places` in the hour that begins at `time`, in a unit of their own.
  public func riders(inHourFrom time: Instant) -> [Int] {
    let hour = Self.hour(of: time)
    let next = Self.hour(of: time + .hours(1))
    let passed = min(max(0, Int(time.milliseconds) / 60_000 - 60 * hour), 60)
    return places.indices.map { riders[hour][$0] * (60 - passed) + riders[next][$0] * passed }
  }

  /// The places with the most riders; of places alike some from all of the list.
  public func limited(to count: Int) -> Self {
    guard places.count > count else { return self }
    let totals = places.indices.map { place in riders.reduce(0) { $0 + $1[place] } }
    let spread = places.indices.sorted { a, b in
      let (first, second) = (a * count % places.count, b * count % places.count)
      return (-totals[a], first, a) < (-totals[b], second, b)
    }
    let kept = spread.prefix(count).sorted()
    var limited = self
    limited.places = kept.map { places[$0] }
    limited.riders = riders.map { hour in kept.map { hour[$0] } }
    return limited
  }

  private func position(of place: PlaceID) -> Int? {
    let position = places.partitioningIndex(where: { $0 >= place })
    return position < places.count && places[position] == place ? position : nil
  }

  /// The day before and the day after count as the first and the last hour.
  private static func hour(of time: Instant) -> Int {
    min(max(0, Int(time.milliseconds) / 3_600_000), hours - 1)
  }
}

extension [PlaceID] {
  /// The first position of an ordered list that a condition holds for, as it does from there on.
  fileprivate func partitioningIndex(where holds: (PlaceID) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
