/// What a value of `maxspeed` says.
enum SpeedTag {
  /// The lowest speed of the value, `nil` where it names none: `none`, `signals`, `JP:urban`.
  static func kmh(_ text: String, walkingPaceKmh: Double) -> Double? {
    OSMTags.values(in: text).compactMap { single($0[...], walkingPaceKmh) }.min()
  }

  private static func single(_ text: Substring, _ walkingPaceKmh: Double) -> Double? {
    if text == "walk" || text.hasSuffix(":walk") { return walkingPaceKmh }
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let factor: Double? =
      switch trimmed(text[number.endIndex...]) {
      case "", "km/h", "kmh", "kph": 1
      case "mph": 1.609344
      case "knots": 1.852
      default: nil
      }
    guard let factor, let value = Double(number) else { return nil }
    let kmh = value * factor
    return kmh >= 1 && kmh <= 200 ? kmh : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
  }
}
