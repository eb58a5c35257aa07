public import Mobility

/// A stop that a vehicle has yet to make, and when its plan has it.
public struct TimedStop: Hashable, Sendable {
  public let stop: Stop
  /// When boarding begins, or when the vehicle arrives with those who alight.
  public let time: Instant

  public init(_ stop: Stop, at time: Instant) {
    self.stop = stop
    self.time = time
  }
}
