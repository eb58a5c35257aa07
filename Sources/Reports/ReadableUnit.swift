import Foundation
import Indicators

/// How tables show a KPI: minutes for seconds, per cent for shares.
struct ReadableUnit {
  /// Empty where the label says it all.
  let english: String
  let japanese: String
  private let scale: Double
  private let decimals: Int

  init(of indicator: Indicator) {
    let definition = indicator.definition
    decimals = definition.decimals
    (english, japanese, scale) =
      switch definition.unit {
      // A day is computed in less than a minute.
      case .seconds where indicator == .computeTime: ("s", "秒", 1)
      case .seconds: ("min", "分", 1 / 60)
      case .meters: ("m", "m", 1)
      case .kilometers: ("km", "km", 1)
      case .hours: ("h", "時間", 1)
      case .riders: ("riders", "人", 1)
      case .ridersPerHour: ("riders/h", "人/台時", 1)
      case .share: ("%", "%", 100)
      case .ratio: ("", "", 1)
      }
  }

  func text(_ value: Double?, extraDecimals: Int = 0) -> String {
    guard let value else { return "-" }
    let text = String(format: "%.\(decimals + extraDecimals)f", value * scale)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  func signed(_ value: Double?, extraDecimals: Int) -> String {
    let text = text(value, extraDecimals: extraDecimals)
    return text.contains { ("1"..."9").contains($0) } && !text.hasPrefix("-") ? "+" + text : text
  }
}
