import Foundation
import Indicators

/// Figures as the page should spell them, worked out in decimals from those of summary.json.
enum RenderedFigure {
  static func text(_ value: Double?, of kpi: String, isChange: Bool = false) -> String {
    guard let value, let definition = Indicator(rawValue: kpi)?.definition else { return "–" }
    let scaled =
      switch definition.unit {
      case .seconds where kpi != "compute_time": value * (1 / 60)
      case .share: value * 100
      default: value
      }
    return text(scaled, decimals: definition.decimals + (isChange ? 1 : 0), isChange: isChange)
  }

  static func range(
    _ interval: ClosedRange<Double>?, of kpi: String, isChange: Bool, _ language: String
  ) -> String {
    guard let interval else { return "–" }
    return text(interval.lowerBound, of: kpi, isChange: isChange)
      + (language == "ja" ? "〜" : " to ")
      + text(interval.upperBound, of: kpi, isChange: isChange)
  }

  /// Halves away from zero, thousands parted by commas.
  private static func text(_ value: Double, decimals: Int, isChange: Bool) -> String {
    var exact = Decimal(string: "\(value.magnitude)") ?? 0
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, decimals, .plain)
    var digits = "\(rounded)"
    if !digits.contains("."), decimals > 0 { digits += "." }
    let fraction = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    digits += String(repeating: "0", count: max(0, decimals - (fraction?.count ?? 0)))
    var whole = Array(digits.prefix { $0 != "." })
    for place in stride(from: whole.count - 3, to: 0, by: -3) { whole.insert(",", at: place) }
    digits = String(whole) + digits.drop { $0 != "." }
    if rounded == 0 { return digits }
    return (value < 0 ? "−" : isChange ? "+" : "") + digits
  }
}
