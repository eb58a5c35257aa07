/// What a second of each kind costs in a plan, in thousandths.
///
/// Driving and operation count once per vehicle, the others once per rider.
public struct Weights: Hashable, Sendable {
  public var driving: Int32
  /// From when the vehicle is free to leave to the end of its last halt, halts and waits included.
  public var operation: Int32
  public var wait: Int32
  /// Ride time beyond the direct ride.
  public var ride: Int32
  public var walk: Int32
  /// Boarding after `Terms.preferredBoarding`.
  public var lateBoarding: Int32
  /// Arrival after `Terms.preferredArrival`.
  public var lateArrival: Int32

  public init(
    driving: Int32 = 1000, operation: Int32 = 0, wait: Int32 = 1000, ride: Int32 = 1000,
    walk: Int32 = 1000, lateBoarding: Int32 = 1000, lateArrival: Int32 = 10_000
  ) {
    self.driving = driving
    self.operation = operation
    self.wait = wait
    self.ride = ride
    self.walk = walk
    self.lateBoarding = lateBoarding
    self.lateArrival = lateArrival
  }
}

/// A weighted time in millionths of a second: thousandths of a weight times milliseconds.
public typealias Cost = Int64

extension TimeSpan {
  /// This time at a weight in thousandths, once for each rider.
  @inlinable
  public func cost(at weight: Int32, riders: Int = 1) -> Cost {
    Cost(weight) * Cost(milliseconds) * Cost(riders)
  }
}
