/// What an accepted rider was told, and what it binds later plans to.
public struct Promise: Hashable, Sendable {
  /// The boarding time that was planned when the request was accepted.
  public let boarding: Instant
  /// The terms from then on: `latestBoarding` already counts the tolerance of the promise.
  public let terms: Terms

  public init(boarding: Instant, terms: Terms) {
    self.boarding = boarding
    self.terms = terms
  }
}
