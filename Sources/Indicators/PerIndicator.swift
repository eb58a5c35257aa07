/// One value per KPI, in the order of `Indicator.allCases`.
public struct PerIndicator<Value> {
  private var values: [Value]

  public init(_ value: (Indicator) throws -> Value) rethrows {
    values = try Indicator.allCases.map(value)
  }

  public subscript(indicator: Indicator) -> Value {
    guard let position = Indicator.allCases.firstIndex(of: indicator) else {
      preconditionFailure("a KPI that is no case: \(indicator)")
    }
    return values[position]
  }
}

extension PerIndicator: Sendable where Value: Sendable {}
extension PerIndicator: Equatable where Value: Equatable {}
