/// A strategy that a scenario names, with a value for each of its parameters.
public struct StrategySettings: Hashable, Sendable {
  public let id: String
  /// In the order of the description.
  public let values: [(name: String, value: Parameter.Value)]

  public init(id: String, values: [(name: String, value: Parameter.Value)]) {
    self.id = id
    self.values = values
  }

  /// All parameters as they are unless set.
  public init(standardOf description: StrategyDescription) {
    self.init(
      id: description.id, values: description.parameters.map { ($0.name, $0.standard) })
  }

  public func has(_ name: String) -> Bool { values.contains { $0.name == name } }

  public func whole(_ name: String) -> Int {
    guard case .whole(let value) = value(name) else { preconditionFailure("\(name): not whole") }
    return value
  }

  public func duration(_ name: String) -> TimeSpan {
    guard case .duration(let value) = value(name) else {
      preconditionFailure("\(name): not a duration")
    }
    return value
  }

  public func choice(_ name: String) -> String {
    guard case .choice(let value) = value(name) else { preconditionFailure("\(name): no choice") }
    return value
  }

  public func flag(_ name: String) -> Bool {
    guard case .flag(let value) = value(name) else { preconditionFailure("\(name): no flag") }
    return value
  }

  private func value(_ name: String) -> Parameter.Value {
    guard let found = values.first(where: { $0.name == name }) else {
      preconditionFailure("\(id) has no parameter \(name)")
    }
    return found.value
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.id == b.id && a.values.elementsEqual(b.values, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    for (name, value) in values {
      hasher.combine(name)
      hasher.combine(value)
    }
  }
}
