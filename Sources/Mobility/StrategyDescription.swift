/// A strategy as planners meet it: its id, one sentence, and its parameters.
public struct StrategyDescription: Hashable, Sendable {
  public let id: String
  public let summary: String
  public let parameters: [Parameter]

  public init(id: String, summary: String, parameters: [Parameter]) {
    self.id = id
    self.summary = summary
    self.parameters = parameters
  }

  /// The same strategy with further parameters.
  public func adding(_ parameters: [Parameter]) -> Self {
    Self(id: id, summary: summary, parameters: self.parameters + parameters)
  }
}
