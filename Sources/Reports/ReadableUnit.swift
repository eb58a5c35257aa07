import Foundation
import Indicators
import ScenarioModel

/// How tables show a KPI: minutes for seconds, per cent for shares.
struct ReadableUnit {
  /// Empty where the label says it all.
  let name: Text
  /// What differences are in.
  let differenceName: Text
  /// What a value is multiplied by to be in this unit.
  let scale: Double
  private let decimals: Int

  init(of indicator: Indicator) {
    let definition = indicator.definition
    decimals = definition.decimals
    (name, scale) =
      switch definition.unit {
      // A day is computed in less than a minute.
      case .seconds where indicator == .computeTime: (Text(english: "s", japanese: "秒"), 1)
      case .seconds: (Text(english: "min", japanese: "分"), 1 / 60)
      case .meters: (Text(english: "m", japanese: "m"), 1)
      case .kilometers: (Text(english: "km", japanese: "km"), 1)
      case .hours: (Text(english: "h", japanese: "時間"), 1)
      case .riders: (Text(english: "riders", japanese: "人"), 1)
      case .ridersPerHour: (Text(english: "riders/h", japanese: "人/台時"), 1)
      case .share: (Text(english: "%", japanese: "%"), 100)
      case .ratio: (Text(english: "", japanese: ""), 1)
      }
    differenceName =
      definition.unit == .share ? Text(english: "points", japanese: "ポイント") : name
  }

  func text(_ value: Double?) -> String {
    value.map { fixed($0, decimals: decimals) } ?? "-"
  }

  /// With a sign, and a decimal more than a value: differences are small beside what differs.
  func difference(_ value: Double?) -> String {
    guard let value else { return "-" }
    let text = fixed(value, decimals: decimals + 1)
    return hasDigits(text) && value > 0 ? "+" + text : text
  }

  /// Zero never has a sign.
  private func fixed(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value * scale)
    return hasDigits(text) || !text.hasPrefix("-") ? text : String(text.dropFirst())
  }

  private func hasDigits(_ text: String) -> Bool {
    text.contains { ("1"..."9").contains($0) }
  }
}
