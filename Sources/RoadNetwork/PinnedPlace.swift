public import Mobility

/// One place, ready to be asked for the drives to it and from it.
///
/// With labels its two labels are spread over all hubs, so that each question is one pass over the
/// label of the other place. Scratch space of one thread; it can be pinned again and again.
public struct PinnedPlace: Sendable {
  @usableFromInline let times: TravelTimes
  @usableFromInline var place = PlaceID(0)
  @usableFromInline let isMatrix: Bool
  private var hubs: PinnedHubs?

  /// The first place is pinned, if there is one.
  public init(_ times: TravelTimes) {
    self.times = times
    switch times.index.table {
    case .rows:
      isMatrix = true
      hubs = nil
    case .labels(let labelled):
      isMatrix = false
      hubs = PinnedHubs(labelled)
      if times.placeCount > 0 { pin(place) }
    }
  }

  /// - Complexity: O(the lengths of two labels); O(1) with a matrix.
  public mutating func pin(_ place: PlaceID) {
    precondition(place.index < times.placeCount, "no place of these travel times")
    self.place = place
    guard hubs != nil else { return }
    hubs?.pin(place)
  }

  /// The shortest driving time to the pinned place.
  @inlinable
  public func drive(from origin: PlaceID) -> TimeSpan {
    isMatrix
      ? times.drive(from: origin, to: place, departing: .distantPast) : labelledDrive(from: origin)
  }

  /// The shortest driving time from the pinned place.
  @inlinable
  public func drive(to destination: PlaceID) -> TimeSpan {
    isMatrix
      ? times.drive(from: place, to: destination, departing: .distantPast)
      : labelledDrive(to: destination)
  }

  @usableFromInline
  func labelledDrive(from origin: PlaceID) -> TimeSpan {
    guard let hubs else { preconditionFailure("a matrix has no labels") }
    return hubs.drive(from: origin)
  }

  @usableFromInline
  func labelledDrive(to destination: PlaceID) -> TimeSpan {
    guard let hubs else { preconditionFailure("a matrix has no labels") }
    return hubs.drive(to: destination)
  }
}
