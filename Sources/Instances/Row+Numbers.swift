import Mobility
import ScenarioFiles

extension Row {
  /// Reports a row whose number is not its position.
  func checkNumber(_ column: String, is position: Int) -> Void? {
    guard let number = required(column, .whole(0...Int.max)) else { return nil }
    if number == position { return () }
    report(column, "expected the rows numbered from 0, here \(position), found \(number)")
    return nil
  }

  /// The id of one of `count` entities.
  func id<Entity>(_ column: String, below count: Int, _ what: String) -> ID<Entity>? {
    let form = Form<ID<Entity>>(expected: "\(what) from 0 to \(count - 1)") { text in
      Int(text).flatMap { (0..<count).contains($0) ? ID($0) : nil }
    }
    return required(column, form)
  }

  /// A time of at most two days, in steps of `unit` milliseconds.
  func span(_ column: String, from least: Int32 = 0, unit: Int32) -> TimeSpan? {
    required(column, .whole(least...(172_800_000 / unit)))
      .map { TimeSpan(milliseconds: $0 * unit) }
  }

  func moment(_ column: String, unit: Int32) -> Instant? {
    span(column, unit: unit).map { Instant(milliseconds: 0) + $0 }
  }
}

extension Table {
  /// What each row is read as; `nil` when one is wrong, which is then reported.
  func all<Value>(_ read: (Int, Row) -> Value?) -> [Value]? {
    let values = rows.enumerated().compactMap { read($0.offset, $0.element) }
    return values.count == rows.count ? values : nil
  }

  /// The same, for a table that cannot be empty.
  func some<Value>(_ what: String, _ read: (Int, Row) -> Value?) -> [Value]? {
    guard !rows.isEmpty else {
      report("expected at least one \(what), found none")
      return nil
    }
    return all(read)
  }
}
