import Dispatching
import Mobility
public import ScenarioModel
import Simulator
public import Studies

/// Why a request was refused or given its van, for a terminal.
public struct ExplanationText {
  private let explanations: [Explanation]
  private let booking: Booking
  private let scenario: Scenario
  private let language: Language
  private let words: ExplanationWords

  /// The explanations of one request, by strategy; `booking` is that of the request.
  public init(
    _ explanations: [Explanation], of booking: Booking, in scenario: Scenario,
    language: Language
  ) {
    self.explanations = explanations
    self.booking = booking
    self.scenario = scenario
    self.language = language
    words = ExplanationWords(
      request: booking.request.id, scenario: scenario, language: language)
  }

  /// Vans that are listed; of a larger fleet those that come nearest to serving the request.
  private static let mostVehicles = 12

  public var text: String {
    (heading + explanations.flatMap { [""] + lines(of: $0) }).joined(separator: "\n")
  }

  private var heading: [String] {
    let request = booking.request
    let day = explanations.first?.day ?? 0
    let latin = PageName.latinNames(in: scenario)
    let zones = [booking.originZone, booking.destinationZone].filter { !$0.isEmpty }
      .map { language.choose(latin[$0] ?? $0, $0) }
    let way = zones.isEmpty ? "" : " (" + zones.joined(separator: " -> ") + ")"
    let name = booking.name.isEmpty ? "" : " \(booking.name)"
    return [
      language.choose(
        "Request \(request.id.index)\(name) of day \(day)\(way)",
        "\(day)日目の予約\(request.id.index)\(name)\(way)"),
      language.choose(
        "\(request.riders == 1 ? "1 rider" : "\(request.riders) riders"), "
          + "booked at \(words.clock(request.booked)) "
          + "to leave at \(words.clock(request.desired))",
        "\(request.riders)人、申込\(words.clock(request.booked))、"
          + "希望出発\(words.clock(request.desired))"),
    ]
  }

  private func lines(of explanation: Explanation) -> [String] {
    var lines = [explanation.strategy, "  " + words.answer(explanation)]
    if !explanation.options.isEmpty {
      lines.append("  " + language.choose("What each van could do then:", "その時点で各車両にできたこと:"))
      lines += options(of: explanation)
    }
    lines += words.remarks(on: explanation).map { "  " + $0 }
    guard !explanation.answer.isAccepted else { return lines }
    if explanation.counterfactuals.isEmpty {
      if explanation.cut.isEmpty { lines.append("  " + words.nothingHelps) }
    } else {
      lines.append("  " + words.changesHeading)
      lines += table(
        explanation.counterfactuals.map { [words.change($0.change), words.service($0)] })
    }
    if !explanation.cut.isEmpty { lines.append("  " + words.searchesCut(explanation.cut)) }
    return lines
  }

  private func options(of explanation: Explanation) -> [String] {
    let all = explanation.options
    let shown =
      all.count <= Self.mostVehicles
      ? all : Array(all.nearestFirst.prefix(Self.mostVehicles)).sorted { $0.vehicle < $1.vehicle }
    let rows = shown.flatMap { option in
      [[words.vehicle(option.vehicle), words.plan(option)]]
        + (words.limits(option).map { [["", $0]] } ?? [])
    }
    let left = all.count - shown.count
    guard left > 0 else { return table(rows) }
    return table(rows) + [
      "    " + language.choose("and \(left) vans farther from it", "ほか、より条件の悪い車両\(left)台")
    ]
  }

  private func table(_ rows: [[String]]) -> [String] {
    var table = TextTable()
    table.rows = rows.map { row in .cells(row.map { .init(text: $0, isFlushRight: false) }) }
    return table.lines.map { "    " + $0 }
  }
}

extension [VehicleOption] {
  /// In the order of what is best for one vehicle; those without a plan come last.
  fileprivate var nearestFirst: [VehicleOption] {
    sorted { a, b in
      guard let left = a.plan, let right = b.plan else { return a.plan != nil && b.plan == nil }
      return left.isBetter(than: right) || !right.isBetter(than: left) && a.vehicle < b.vehicle
    }
  }
}
