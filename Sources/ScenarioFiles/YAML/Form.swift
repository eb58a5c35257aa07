import Mobility

/// How a kind of value is written: the same in YAML fields and in cells of tables.
public struct Form<Value> {
  /// What a message says after "expected".
  public let expected: String
  public let read: (String) -> Value?
  /// What may be wrong with a text that cannot be read, where that can be told.
  public let hint: (String) -> String?

  public init(
    expected: String, hint: @escaping (String) -> String? = { _ in nil },
    read: @escaping (String) -> Value?
  ) {
    self.expected = expected
    self.hint = hint
    self.read = read
  }

  func map<Other>(_ transform: @escaping (Value) -> Other) -> Form<Other> {
    Form<Other>(expected: expected, hint: hint) { read($0).map(transform) }
  }
}

extension Form where Value == String {
  public static var text: Self {
    Form(expected: "a text") { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  /// Lower-case letters, digits and hyphens: safe in every file name, with what is added to it.
  static var slug: Self {
    Form(expected: "a name of at most 100 lower-case letters, digits and hyphens") { text in
      let allowed = text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
      return allowed && (1...100).contains(text.utf8.count) && !text.hasPrefix("-") ? text : nil
    }
  }
}

extension Form where Value == Bool {
  public static var flag: Self {
    Form(expected: "true or false") { text in
      switch text {
      case "yes", "true": true
      case "no", "false": false
      default: nil
      }
    }
  }
}

extension Form {
  /// One of a few words.
  public static func choice(_ options: [(word: String, value: Value)]) -> Self {
    Form(expected: "one of " + options.map { $0.word }.joined(separator: ", ")) { text in
      options.first { $0.word == text }?.value
    }
  }

  public static func choice<Option>(_ type: Option.Type) -> Form<Option>
  where Option: CaseIterable & RawRepresentable<String> {
    .choice(Option.allCases.map { ($0.rawValue, $0) })
  }
}

extension Form where Value: FixedWidthInteger {
  public static func whole(_ range: ClosedRange<Value>) -> Self {
    Form(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
      Value(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension Form where Value == Double {
  public static func decimal(_ range: ClosedRange<Double>, of what: String = "a number") -> Self {
    let limits =
      range.upperBound == .infinity
      ? "of at least \(short(range.lowerBound))"
      : "from \(short(range.lowerBound)) to \(short(range.upperBound))"
    return Form(expected: "\(what) \(limits)") { text in
      decimal(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  public static var latitude: Self {
    .decimal(Coordinate.latitudes, of: "a latitude in degrees")
  }
  public static var longitude: Self {
    .decimal(Coordinate.longitudes, of: "a longitude in degrees")
  }
  static var share: Self { .decimal(0...1, of: "a share") }
  static var population: Self { .decimal(0...1e8) }
  static var weight: Self { .decimal(0...1e9, of: "a weight") }

  /// Finite numbers in plain notation; `Double` also reads "nan", "0x1p3" and "infinity".
  static func decimal(_ text: String) -> Double? {
    let digits = text.unicodeScalars.allSatisfy { "0123456789+-.eE".unicodeScalars.contains($0) }
    guard digits, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  private static func short(_ value: Double) -> String {
    abs(value) < 1e15 && value == value.rounded() ? String(Int(value)) : String(value)
  }
}
