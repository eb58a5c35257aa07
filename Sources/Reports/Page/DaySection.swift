import Indicators
import Journal
import Mobility
import ScenarioModel

/// One day to be watched: every vehicle on its streets, every party on its way.
public struct DaySection: Hashable, Sendable, Encodable {
  /// What is known of a party before any strategy answers it; times in seconds after midnight.
  public struct Party: Hashable, Sendable, Encodable {
    public let riders: Int
    public let booked: Double
    public let desired: Double
    /// Latitude and longitude of the doors.
    public let origin: [Double]
    public let destination: [Double]
    public let originZone: PageName
    public let destinationZone: PageName
    public let age: String
    public let channel: String
    public let purpose: String
  }

  /// What one strategy made of the day.
  public struct Run: Hashable, Sendable, Encodable {
    public let vehicles: [VehicleTrack]
    /// By party.
    public let outcomes: [PartyOutcome]
  }

  public let day: Int
  /// Whether the day was chosen for its waits, and not by the user.
  public let isTypical: Bool
  /// From the first moment to show to the last.
  public let opens: Double
  public let closes: Double
  public let parties: [Party]
  /// By strategy.
  public let runs: [Run]

  /// The day of that number; unless given, the one that is typical: its penalised wait under the
  /// first strategy is the median of all days, of equal ones the first.
  ///
  /// - Returns: `nil` where the day has no riders, or more of them than a page can hold.
  init?(of source: PageSource, day number: Int? = nil) {
    let run = source.figures
    let scenario = run.scenario
    guard let position = Self.position(of: number, in: run) else { return nil }
    let bookings = run.bookings[position]
    guard (1...PageLimits.requests).contains(bookings.count),
      scenario.vehicles.count <= PageLimits.vehicles
    else { return nil }

    let latin = PageName.latinNames(in: scenario)
    func zone(_ name: String) -> PageName { PageName(name: name, latin: latin[name]) }
    parties = bookings.map { booking in
      Party(
        riders: booking.request.riders, booked: booking.request.booked.inSeconds,
        desired: booking.request.desired.inSeconds, origin: Self.point(booking.origin),
        destination: Self.point(booking.destination), originZone: zone(booking.originZone),
        destinationZone: zone(booking.destinationZone), age: booking.age,
        channel: booking.channel.rawValue, purpose: booking.purpose)
    }
    runs = zip(source.results.strategies, run.strategies).map { results, figures in
      Run(
        vehicles: TrackRecorder.tracks(
          of: results.traces[position], requests: bookings.map(\.request), in: scenario),
        outcomes: figures.days[position].trips.values.map { PartyOutcome($0) })
    }
    day = run.strategies[0].days[position].day
    isTypical = number == nil
    let shifts = scenario.vehicles.values.map(\.shift)
    let ends = runs.flatMap { run in
      run.vehicles.map(\.offDuty) + run.outcomes.compactMap(\.arrived)
    }
    opens = shifts.reduce(Double.infinity) { min($0, $1.opens.inSeconds) }
    closes = ends.reduce(opens) { max($0, $1) }
  }

  private static func position(of number: Int?, in run: RunFigures) -> Int? {
    let first = run.strategies[0]
    if let number { return first.days.firstIndex { $0.day == number } }
    let waits = first.figures.enumerated().compactMap { position, figures in
      figures.values[.waitPenalised].map { (position: position, wait: $0) }
    }
    let ranked = waits.sorted { ($0.wait, $0.position) < ($1.wait, $1.position) }
    guard !ranked.isEmpty else { return nil }
    return ranked[Quantile.p50.rank(of: ranked.count) - 1].position
  }

  private static func point(_ coordinate: Coordinate) -> [Double] {
    [rounded(coordinate.latitude), rounded(coordinate.longitude)]
  }
}
