/// The moments from `opens` to `closes`, both included.
@frozen
public struct TimeWindow: Hashable, Sendable {
  public var opens: Instant
  public var closes: Instant

  @inlinable public init(opens: Instant, closes: Instant) {
    precondition(opens <= closes, "a time window closes before it opens")
    self.opens = opens
    self.closes = closes
  }

  public var length: TimeSpan { closes - opens }
}
