import Mobility
public import Studies

/// The cheapest fix of one refused request, as `fixes.csv` has it and the page needs it.
public struct PageFix: Hashable, Sendable {
  public let day: Int
  public let strategy: String
  public let request: Int
  /// The name of a kind of change, or that of none.
  public let change: String
  public let minutes: Int?
  public let meters: Int?
  public let vanHour: Int?

  /// The columns that it is read back from.
  public static let columns = [
    "day", "strategy", "request", "change", "minutes", "walk_m", "van_from_h",
  ]

  public init(_ fix: Fix) {
    let change = fix.counterfactual?.change
    day = fix.day
    strategy = fix.strategy
    request = fix.request.index
    self.change = change?.kind.id ?? FixTable.nothing
    minutes = change?.minutes
    meters = change?.metersFarther
    vanHour = change?.vanHour
  }

  /// Reads a row of `fixes.csv`; `nil` where it is none.
  public init?(row: [String: String]) {
    let known = Change.Kind.allCases.map(\.id) + [FixTable.nothing]
    guard let day = row["day"].flatMap({ Int($0) }), let strategy = row["strategy"],
      let request = row["request"].flatMap({ Int($0) }), let change = row["change"],
      known.contains(change)
    else { return nil }
    self.day = day
    self.strategy = strategy
    self.request = request
    self.change = change
    minutes = row["minutes"].flatMap { Int($0) }
    meters = row["walk_m"].flatMap { Int($0) }
    vanHour = row["van_from_h"].flatMap { Int($0) }
  }

  var cells: [String] {
    func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
    return [
      String(day), strategy, String(request), change, text(minutes), text(meters), text(vanHour),
    ]
  }
}
