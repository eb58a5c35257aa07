public import Mobility

/// Numbers with units as people write them, without any floating point.
public enum Quantity {
  static func duration(_ text: String) -> TimeSpan? {
    var rest = trimmed(text)[...]
    guard !rest.isEmpty else { return nil }
    var total = 0
    var longest = Int.max
    while !rest.isEmpty {
      guard let (number, unit, after) = leadingMeasure(rest) else { return nil }
      let milliseconds: Int? =
        switch unit {
        case "h": 3_600_000
        case "min": 60_000
        case "s": 1000
        case "ms": 1
        default: nil
        }
      // From large to small units, each once: "30 min 1 h" is more likely a slip.
      guard let milliseconds, milliseconds < longest, number >= 0, number < 100_000_000,
        number * milliseconds % 1000 == 0
      else { return nil }
      longest = milliseconds
      total += number * milliseconds / 1000
      rest = after
    }
    return total <= Int(TimeSpan.unlimited.milliseconds)
      ? TimeSpan(milliseconds: Int32(total)) : nil
  }

  /// Whether a number in the text has more than `most` decimals.
  static func hasFraction(_ text: String, beyond most: Int) -> Bool {
    let parts: [Substring] = text.split(separator: ".")
    return parts.dropFirst().contains { part in
      part.prefix(while: { $0.isNumber }).count > most
    }
  }

  /// What may be wrong with a text that is no duration.
  static func hintForDuration(_ text: String) -> String? {
    if hasFraction(text, beyond: 3) { return "at most three decimals" }
    let units = text.split(whereSeparator: { !$0.isLetter }).compactMap { unit in
      ["h", "min", "s", "ms"].firstIndex(of: unit)
    }
    return units == Array(Set(units)).sorted() ? nil : "from large units to small ones, each once"
  }

  /// `HH:MM` or `HH:MM:SS`, up to 47:59:59.
  static func timeOfDay(_ text: String) -> Instant? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3,
      parts.allSatisfy({ $0.utf8.count <= 2 && isDigits($0) }),
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { Int32($0) }
    guard numbers.count == parts.count, numbers[0] < 48, numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return Instant(
      hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }

  /// A number in thousandths with its unit.
  static func measure(_ text: String) -> (thousandths: Int, unit: Substring)? {
    guard let (number, unit, rest) = leadingMeasure(trimmed(text)[...]), rest.isEmpty else {
      return nil
    }
    return (number, unit)
  }

  /// At most nine digits before and three after the point.
  static func thousandths(_ text: some StringProtocol) -> Int? {
    let negative = text.hasPrefix("-")
    let parts = text.dropFirst(negative ? 1 : 0)
      .split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2, parts.allSatisfy({ !$0.isEmpty && isDigits($0) }),
      parts[0].utf8.count <= 9, let whole = Int(parts[0])
    else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard parts[1].utf8.count <= 3, let digits = Int(parts[1]) else { return nil }
      fraction = digits * [100, 10, 1][parts[1].utf8.count - 1]
    }
    let value = 1000 * whole + fraction
    return negative ? -value : value
  }

  static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  /// The shortest text that reads back as this many thousandths.
  static func text(_ thousandths: Int32) -> String {
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    var text = (thousandths < 0 ? "-" : "") + String(whole)
    guard rest > 0 else { return text }
    let digits = String(rest)
    text += "." + String(repeating: "0", count: 3 - digits.count) + digits
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }

  /// The shortest text that a duration is written as, largest unit first.
  public static func text(_ span: TimeSpan) -> String {
    var rest = span.milliseconds
    var parts: [String] = []
    for (unit, size) in [("h", Int32(3_600_000)), ("min", 60_000), ("s", 1000), ("ms", 1)] {
      if rest / size > 0 { parts.append("\(rest / size) \(unit)") }
      rest %= size
    }
    return parts.isEmpty ? "0 s" : parts.joined(separator: " ")
  }

  static func text(_ length: Meters) -> String {
    length.count % 1000 == 0 && length.count > 0
      ? "\(length.count / 1000) km" : "\(length.count) m"
  }

  /// For people: whole metres up to a kilometre, then a decimal, then whole kilometres.
  static func text(distance meters: Double) -> String {
    if meters < 1000 { return "\(Int(meters.rounded())) m" }
    let tenths = Int((meters / 100).rounded())
    return tenths < 1000 ? "\(tenths / 10).\(tenths % 10) km" : "\((tenths + 5) / 10) km"
  }

  private static func leadingMeasure(
    _ text: Substring
  ) -> (thousandths: Int, unit: Substring, rest: Substring)? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let afterNumber = text[number.endIndex...].drop { $0.isWhitespace }
    let unit = afterNumber.prefix { $0.isLetter || $0 == "/" }
    guard let value = thousandths(number), !unit.isEmpty else { return nil }
    return (value, unit, afterNumber[unit.endIndex...].drop { $0.isWhitespace })
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
