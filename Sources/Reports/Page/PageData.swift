public import Foundation
import Indicators
import Mobility
import ScenarioModel

/// Everything that the page of a run shows, as values; the page's script words and draws them.
///
/// A section that is `nil` or empty has nothing to show and does not appear.
public struct PageData: Hashable, Sendable, Encodable {
  public let scenario: String
  public let title: PageText
  public let remarks: [PageText]
  public let days: Int
  public let vehicles: Int
  public let bookings: Int
  public let riders: Int
  public let refusalWaitMinutes: Double
  public let headline: Headline
  public let indicators: [PageIndicator]
  public let groups: [PageIndicatorGroup]
  public let strategies: [StrategyFigures]
  public let comparisons: [StrategyDifferences]
  public let waits: WaitSection?
  public let town: TownSection
  public let day: DaySection?
  public let occupancy: OccupancySection
  public let refusals: RefusalSection?
  public let equity: EquitySection?
  public let reproduction: ReproductionSection

  /// `day` is the number of the day to animate, a typical one unless given.
  public init(of source: PageSource, day: Int? = nil) {
    let run = source.figures
    let requests = run.bookings.flatMap { $0.map(\.request) }
    scenario = run.scenario.name
    title = PageText(run.scenario.title)
    remarks = run.scenario.remarks.map { PageText($0) }
    days = run.bookings.count
    vehicles = run.scenario.vehicles.count
    bookings = requests.count
    riders = requests.reduce(0) { $0 + $1.riders }
    refusalWaitMinutes = run.scenario.refusalWait.inSeconds / 60
    headline = Headline(of: run)
    indicators = Indicator.allCases.map { PageIndicator($0) }
    groups = Section.all.map {
      PageIndicatorGroup(title: PageText($0.title), indicators: $0.indicators.map(\.id))
    }
    let colours = StrategyColours.colours(of: run.strategies.map(\.id))
    strategies = zip(run.strategies, colours).map { StrategyFigures($0, colour: $1) }
    comparisons = run.comparisons.map { StrategyDifferences($0) }
    let waits = requests.isEmpty ? nil : WaitSection(of: run)
    self.waits = waits
    town = TownSection(of: run)
    self.day = DaySection(of: source, day: day)
    occupancy = OccupancySection(of: run)
    refusals = RefusalSection(of: run)
    equity = waits.flatMap { EquitySection(of: $0) }
    reproduction = ReproductionSection(of: source)
  }

  /// The same bytes for the same values; no character of it can end a script element.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Self.safeInScript(try encoder.encode(self))
  }

  /// Within JSON these characters stand in texts alone, where they can be written as escapes.
  static func safeInScript(_ json: Data) -> Data {
    var safe = Data(capacity: json.count + json.count / 16)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): safe.append(contentsOf: #"\u003c"#.utf8)
      case UInt8(ascii: ">"): safe.append(contentsOf: #"\u003e"#.utf8)
      case UInt8(ascii: "&"): safe.append(contentsOf: #"\u0026"#.utf8)
      default: safe.append(byte)
      }
    }
    return safe
  }
}
