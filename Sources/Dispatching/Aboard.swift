public import Mobility

/// A party in a vehicle.
public struct Aboard: Hashable, Sendable {
  public let terms: Terms
  /// When the vehicle left its pick-up halt; `nil` while it is still in it.
  public var left: Instant?

  public init(terms: Terms, left: Instant?) {
    self.terms = terms
    self.left = left
  }
}
