/// What a second of each kind costs in a plan, in thousandths.
///
/// Driving counts once per vehicle; wait, excess ride and walk count once per rider.
public struct Weights: Hashable, Sendable {
  public var driving: Int32
  public var wait: Int32
  public var ride: Int32
  public var walk: Int32

  public init(driving: Int32 = 1000, wait: Int32 = 1000, ride: Int32 = 1000, walk: Int32 = 1000) {
    self.driving = driving
    self.wait = wait
    self.ride = ride
    self.walk = walk
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
