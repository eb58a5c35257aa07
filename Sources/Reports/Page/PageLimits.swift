import Mobility

/// How much a page holds, so that it stays small enough to open and to send.
enum PageLimits {
  /// Of the animated day; a larger day is not animated.
  static let requests = 3000
  static let vehicles = 200
  /// Of all roads; beyond that, smaller roads are left out class by class.
  static let roads = 60_000
  static let zones = 400
  static let refusals = 3000
  /// Groups of fewer riders say little: they are shown, but not called the worst.
  static let fewRiders = 10
  /// What waits are counted up to.
  static let waitBounds: [TimeSpan] = [.minutes(1), .minutes(5), .minutes(10), .minutes(20)]
}
