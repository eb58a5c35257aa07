public import Mobility

extension TravelTimes {
  /// The longest drive that is planned with, so that the times of a route can be added up.
  public static let longestDrive = TimeSpan.hours(24)

  /// The first drive between given places that is longer, by origin, then destination; `nil` where
  /// none is.
  ///
  /// - Complexity: O(n) drives where places lie close together, else O(n²).
  public var firstTooLongDrive: (origin: PlaceID, destination: PlaceID, time: TimeSpan)? {
    guard !areSurelyShort else { return nil }
    let places = index.places.given.ids
    for origin in places {
      for destination in places {
        let time = drive(from: origin, to: destination, departing: Instant(hour: 0))
        if time > Self.longestDrive { return (origin, destination, time) }
      }
    }
    return nil
  }

  /// Over one node every drive is at least as long.
  private var areSurelyShort: Bool {
    let given = index.places.given
    guard let hub = given.ids.first(where: { given[$0].nodes.count == 1 }) else { return false }
    // One search, where drives would fill a row of the matrix for each destination.
    let ahead = ShortestPaths(from: given[hub].node, in: index.places.network)
    var (out, back) = (TimeSpan.zero, TimeSpan.zero)
    for place in given.ids {
      out = max(out, ahead.duration[given[place].node] ?? .unlimited)
      back = max(back, drive(from: place, to: hub, departing: Instant(hour: 0)))
    }
    return out + back <= Self.longestDrive
  }
}
