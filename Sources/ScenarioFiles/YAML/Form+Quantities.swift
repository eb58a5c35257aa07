import Mobility

extension Form where Value == Int32 {
  /// A number with at most three decimals, in thousandths.
  public static func thousandths(_ range: ClosedRange<Int32>) -> Self {
    let limits = "from \(Quantity.text(range.lowerBound)) to \(Quantity.text(range.upperBound))"
    return Form(expected: "a number \(limits) with at most three decimals") { text in
      Quantity.thousandths(text).flatMap { Int32(exactly: $0) }
        .flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// How much longer ways on foot are than straight ones.
  static var detourThousandths: Self { .thousandths(1000...10_000) }
}

extension Form where Value == TimeSpan {
  /// As in "1 h 30 min".
  static func duration(_ range: ClosedRange<TimeSpan> = .zero...TimeSpan.hours(24)) -> Self {
    let (least, most) = (Quantity.text(range.lowerBound), Quantity.text(range.upperBound))
    let limits = range.lowerBound == .zero ? "up to \(most)" : "from \(least) to \(most)"
    return Form(
      expected: "a duration \(limits), such as \"10 min\" or \"30 s\"",
      hint: Quantity.hintForDuration
    ) { text in
      Quantity.duration(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension Form where Value == Instant {
  /// A clock time of the service day; hours above 23 are the night after it.
  static var timeOfDay: Self {
    Form(expected: "a time up to 47:59, such as \"09:00\"") { Quantity.timeOfDay($0) }
  }

  /// A time of the service day, or with "-1 " before it, of the day before.
  static var bookingTime: Self {
    Form(
      expected: "a time up to 47:59, such as \"09:00\", or \"-1 18:30\" on the day before"
    ) { text in
      guard text.hasPrefix("-1 ") else { return Quantity.timeOfDay(text) }
      return Quantity.timeOfDay(String(text.dropFirst(3))).map { $0 - .hours(24) }
    }
  }
}

extension Form where Value == TimeWindow {
  static var window: Self {
    Form(
      expected: "an opening and a later closing time up to 47:59, such as \"09:00-18:00\"",
      hint: { ends(of: $0) == nil ? nil : "26:00 is 2 in the night" }
    ) { text in
      guard let (opens, closes) = ends(of: text), opens < closes else { return nil }
      return TimeWindow(opens: opens, closes: closes)
    }
  }

  private static func ends(of text: String) -> (opens: Instant, closes: Instant)? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { Quantity.timeOfDay(Quantity.trimmed(String($0))) }
    guard ends.count == 2, let opens = ends[0], let closes = ends[1] else { return nil }
    return (opens, closes)
  }
}

extension Form where Value == Meters {
  /// Not nothing, and no more than 10 km.
  static var distance: Self { .length(from: 1, upTo: 10) }

  static func length(from meters: Int = 0, upTo kilometers: Int) -> Self {
    let limits = (meters > 0 ? "from \(meters) m " : "") + "up to \(kilometers) km"
    return Form(
      expected: "a length \(limits), such as \"500 m\" or \"1.2 km\"",
      hint: {
        Quantity.hasFraction($0, beyond: 3) || $0.hasSuffix(" m") && $0.contains(".")
          ? "in whole metres" : nil
      }
    ) { text in
      guard let (number, unit) = Quantity.measure(text) else { return nil }
      let factor: Int? =
        switch unit {
        case "m": 1
        case "km": 1000
        default: nil
        }
      guard let factor, number * factor >= 1000 * meters, number * factor % 1000 == 0,
        number * factor <= 1_000_000 * kilometers
      else { return nil }
      return Meters(Int32(number * factor / 1000))
    }
  }
}

extension Form where Value == Double {
  static var walkingSpeedKmh: Self {
    .measure(500...30_000, "km/h", "a speed on foot such as \"4 km/h\", from 0.5 to 30 km/h")
  }

  static var drivingSpeedKmh: Self {
    .measure(1000...120_000, "km/h", "a speed such as \"40 km/h\", from 1 to 120 km/h")
  }

  /// In metres with decimals.
  static var fineLength: Self {
    .measure(0...50_000, "m", "a length such as \"2.8 m\", up to 50 m")
  }

  private static func measure(
    _ thousandths: ClosedRange<Int>, _ unit: String, _ expected: String
  ) -> Self {
    Form(expected: expected) { text in
      guard let measure = Quantity.measure(text), measure.unit == unit,
        thousandths.contains(measure.thousandths)
      else { return nil }
      return Double(measure.thousandths) / 1000
    }
  }
}
