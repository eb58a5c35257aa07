import Mobility

extension Instant {
  var ms: Int { Int(milliseconds) }
}

extension TimeSpan {
  var ms: Int { Int(milliseconds) }
}

/// How findings put figures into words.
///
/// Times are `Int` milliseconds throughout the audit: nothing that a broken trace holds overflows.
enum Wording {
  static func clock(_ ms: Int) -> String {
    if ms >= Instant.distantFuture.ms { return "any time" }
    if ms <= Instant.distantPast.ms { return "long before" }
    return Instant(milliseconds: Int32(ms)).description
  }

  static func span(_ ms: Int) -> String {
    let sign = ms < 0 ? "-" : ""
    let (seconds, fraction) = abs(ms).quotientAndRemainder(dividingBy: 1000)
    guard fraction != 0 else { return "\(sign)\(seconds) s" }
    let digits = String(fraction)
    return "\(sign)\(seconds)." + String(repeating: "0", count: 3 - digits.count) + digits + " s"
  }

  /// Seats, wheelchair places and goods units; of the last two only where there are any.
  static func places(_ counts: [Int]) -> String {
    let named = zip(counts, ["seats", "wheelchair places", "goods units"])
    return named.enumerated().filter { $0.offset == 0 || $0.element.0 > 0 }
      .map { "\($0.element.0) \($0.element.1)" }.joined(separator: ", ")
  }

  static func stop(_ stop: Stop) -> String {
    "\(stop.purpose == .pickup ? "pick-up" : "drop-off") at \(place(stop.place))"
  }

  /// A name of a trace, read out.
  static func words(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }

  static func place(_ place: PlaceID) -> String { "place \(place.index)" }
}
