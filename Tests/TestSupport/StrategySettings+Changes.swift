public import Mobility

extension StrategySettings {
  /// The standard ones, but for the parameters named here.
  public init(
    standardOf description: StrategyDescription, changing changed: [String: Parameter.Value]
  ) {
    self.init(
      id: description.id,
      values: description.parameters.map { ($0.name, changed[$0.name] ?? $0.standard) })
  }
}
