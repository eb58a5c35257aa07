/// Of which days maps hold the paths of vehicles, which take most room by far.
public enum MapDays: Hashable, Sendable {
  case all
  /// The day of that number, a typical one unless given: the one that the page animates.
  case one(Int?)
}
