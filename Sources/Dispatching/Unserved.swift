public import Mobility

/// A request without a place in any plan.
public struct Unserved: Error, Hashable, Sendable {
  public let request: RequestID
  public let riders: Int
  /// The limit that binds.
  public let reason: Refusal
}
