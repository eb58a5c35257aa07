import Indicators

/// A KPI as the page shows it: names, formula, unit.
public struct PageIndicator: Hashable, Sendable, Encodable {
  public let id: String
  public let label: PageText
  public let formula: PageText
  public let unit: PageText
  public let differenceUnit: PageText
  /// What a value is multiplied by to be in `unit`.
  public let scale: Double
  public let decimals: Int
  /// Whether quantiles are over riders; else over days.
  public let isPerRider: Bool
  public let lessIsBetter: Bool

  init(_ indicator: Indicator) {
    let definition = indicator.definition
    let unit = ReadableUnit(of: indicator)
    id = indicator.id
    label = PageText(definition.label)
    formula = PageText(definition.formula)
    self.unit = PageText(unit.name)
    differenceUnit = PageText(unit.differenceName)
    scale = unit.scale
    decimals = definition.decimals
    isPerRider = definition.level == .rider
    lessIsBetter = definition.better == .less
  }
}

/// KPIs that are read together, under one heading.
public struct PageIndicatorGroup: Hashable, Sendable, Encodable {
  public let title: PageText
  public let indicators: [String]
}
