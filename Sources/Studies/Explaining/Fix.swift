public import Mobility

/// What would have served a refused request at the least price.
public struct Fix: Hashable, Sendable {
  public let strategy: String
  public let day: Int
  public let request: RequestID
  /// `nil` where no change within the bounds of the search would have served it.
  public let counterfactual: Counterfactual?

  public init(strategy: String, day: Int, request: RequestID, counterfactual: Counterfactual?) {
    self.strategy = strategy
    self.day = day
    self.request = request
    self.counterfactual = counterfactual
  }
}
