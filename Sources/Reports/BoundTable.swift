import Foundation
public import ScenarioModel

/// What days cost at least, for people and for programs.
public struct BoundTable: Sendable {
  public struct Bound: Sendable, Encodable {
    public let lowerSeconds: Double
    /// What the best plan found costs.
    public let upperSeconds: Double
    /// As a share of the upper one.
    public let gap: Double
    public let isProved: Bool
    /// Whether the search for routes was ever completed.
    public let isPriced: Bool
    /// Whether a limit of the work ended the search.
    public let isCut: Bool
    public let labels: Int
    public let columns: Int
    public let simplexIterations: Int

    public init(
      lowerSeconds: Double, upperSeconds: Double, gap: Double, isProved: Bool, isPriced: Bool,
      isCut: Bool, labels: Int, columns: Int, simplexIterations: Int
    ) {
      self.lowerSeconds = lowerSeconds
      self.upperSeconds = upperSeconds
      self.gap = gap
      self.isProved = isProved
      self.isPriced = isPriced
      self.isCut = isCut
      self.labels = labels
      self.columns = columns
      self.simplexIterations = simplexIterations
    }

    private enum CodingKeys: String, CodingKey {
      case lowerSeconds = "lower_s"
      case upperSeconds = "upper_s"
      case gap
      case isProved = "proved"
      case isPriced = "priced"
      case isCut = "cut"
      case labels, columns
      case simplexIterations = "simplex_iterations"
    }
  }

  public struct Day: Sendable, Encodable {
    public let number: Int
    public let requests: Int
    public let bookings: Bound
    public let perfectInformation: Bound

    public init(number: Int, requests: Int, bookings: Bound, perfectInformation: Bound) {
      self.number = number
      self.requests = requests
      self.bookings = bookings
      self.perfectInformation = perfectInformation
    }

    private enum CodingKeys: String, CodingKey {
      case number = "day"
      case requests
      case bookings = "b1"
      case perfectInformation = "b0"
    }
  }

  private let days: [Day]
  private let title: Text

  public init(_ days: [Day], title: Text) {
    self.days = days
    self.title = title
  }

  /// Keys sorted, a line break at the end.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(days), as: UTF8.self) + "\n"
  }

  public func text(in language: Language) -> String {
    var table = TextTable()
    let none = TextTable.Cell(text: "")
    let bounds = [
      language.choose("B1 (bookings)", "B1(予約後の配車)"),
      language.choose("B0 (perfect information)", "B0(完全情報)"),
    ]
    table.rows.append(.cells([none, none] + bounds.map { TextTable.Cell(text: $0, span: 3) }))
    let columns = [
      language.choose("at least", "下界"), language.choose("plan", "計画"),
      language.choose("gap %", "差 %"),
    ]
    let heading = [language.choose("day", "日"), language.choose("requests", "予約")]
    table.rows.append(.cells((heading + columns + columns).map { TextTable.Cell(text: $0) }))
    table.rows.append(.rule)
    for day in days {
      var cells = [String(day.number), String(day.requests)]
      cells += self.cells(of: day.bookings, in: language)
      cells += self.cells(of: day.perfectInformation, in: language)
      table.rows.append(.cells(cells.map { TextTable.Cell(text: $0) }))
    }
    let notes = notes(in: language).flatMap { wrapped($0, width: ComparisonTable.width) }
    let lines = [language.choose(title), ""] + table.lines + [""] + notes
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(of bound: Bound, in language: Language) -> [String] {
    [
      String(format: "%.1f", bound.lowerSeconds / 60),
      String(format: "%.1f", bound.upperSeconds / 60),
      bound.isProved
        ? language.choose("proved", "証明済") : String(format: "%.2f", 100 * bound.gap),
    ]
  }

  private func notes(in language: Language) -> [String] {
    var notes = [
      language.choose(
        "Weighted minutes of driving, wait, excess ride, walk and refusals of a whole day.",
        "1日の走行・待ち・迂回・徒歩・不成立の加重和(分)。"),
      language.choose(
        "B1: all is known, but no van leaves for a pick-up before it is booked. It bounds "
          + "dispatchers whose vans neither reposition nor can be diverted.",
        "B1: 全予約は既知だが、予約前に乗車地へ出発しない。待機場所の移動や走行中の行先変更をしない配車の下界。"),
      language.choose(
        "B0: all is known from the start, and vans wait where riders will be. It bounds every "
          + "dispatcher; none can be expected to reach it.",
        "B0: 全予約が最初から既知で、先回りもできる(完全情報)。すべての配車の下界で、達成できる値ではない。"),
    ]
    let cut = days.filter { $0.bookings.isCut || $0.perfectInformation.isCut }
      .map { String($0.number) }
    if !cut.isEmpty {
      let list = cut.joined(separator: ", ")
      notes.append(
        language.choose(
          "On these days a limit of the work ended the search; bounds and plans hold all the same, "
            + "and may be better still: \(list).",
          "作業量の上限で探索を打ち切った日(下界と計画は有効だが、改善の余地がありうる): \(list)。"))
    }
    if days.contains(where: { !$0.bookings.isPriced || !$0.perfectInformation.isPriced }) {
      notes.append(
        language.choose(
          "Where the search for routes was cut short, the bound is only what requests cost each "
            + "by itself.",
          "経路探索が打ち切られた日の下界は、予約ごとの最小費用の和にすぎない。"))
    }
    return notes
  }
}
