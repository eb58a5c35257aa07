import Indicators
import Mobility
import ScenarioModel

/// Riders parted by zone or age, under two variants.
public struct VariantGroups: Hashable, Sendable {
  public enum Division: String, Hashable, Sendable, CaseIterable {
    /// The zone at which the ride begins.
    case zone
    case age

    func name(of booking: Booking) -> String {
      switch self {
      case .zone: booking.originZone
      case .age: booking.age
      }
    }
  }

  /// Riders who have something in common.
  public struct Group: Hashable, Sendable {
    public let name: PageName
    /// Who asked, over all days.
    public let ridersA: Int
    public let ridersB: Int
    public let wait: VariantFigure
    public let served: VariantFigure
  }

  public let division: Division
  /// Those whose penalised wait falls most come first; a row is named by its position from 1.
  public let groups: [Group]

  /// `nil` where the riders of both variants are all of one group.
  init?(
    _ division: Division, a: VariantDays, b: VariantDays, names: [String: String],
    pairing: MeanEstimate.Pairing
  ) {
    let (membersA, membersB) = (a.groups(by: division), b.groups(by: division))
    let all = Set(membersA.keys).union(membersB.keys).sorted()
    guard all.count > 1 else { return nil }
    self.division = division
    groups = all.map { name in
      let daysA = membersA[name] ?? a.nobody
      let daysB = membersB[name] ?? b.nobody
      return Group(
        name: PageName(name: name, latin: names[name]),
        ridersA: daysA.reduce(0) { $0 + $1.riders }, ridersB: daysB.reduce(0) { $0 + $1.riders },
        wait: VariantFigure(
          .waitPenalised, a: daysA.map(\.penalisedMean), b: daysB.map(\.penalisedMean),
          pairing: pairing),
        served: VariantFigure(
          .servedShare, a: daysA.map(\.servedShare), b: daysB.map(\.servedShare),
          pairing: pairing))
    }.sorted { ($0.rank, $0.name.name) < ($1.rank, $1.name.name) }
  }
}

extension VariantGroups.Group {
  fileprivate var rank: Double { wait.difference?.mean ?? .infinity }
}

extension WaitProfile {
  fileprivate var servedShare: Double? {
    riders > 0 ? Double(riders - refused) / Double(riders) : nil
  }
}

/// The days of a variant under one strategy, with who travelled on them.
struct VariantDays {
  let days: [ServiceDay]
  let bookings: [[Booking]]

  /// On each day.
  var nobody: [WaitProfile] { days.map { profile(of: [], on: $0) } }

  /// By name of the group, the waits of its riders on each day.
  func groups(by division: VariantGroups.Division) -> [String: [WaitProfile]] {
    let names = Set(bookings.joined().map { division.name(of: $0) })
    var trips: [String: [[Trip]]] = [:]
    for name in names { trips[name] = days.map { _ in [] } }
    for (position, day) in days.enumerated() {
      for (trip, booking) in zip(day.trips.values, bookings[position]) {
        trips[division.name(of: booking)]?[position].append(trip)
      }
    }
    return trips.mapValues { zip($0, days).map { profile(of: $0, on: $1) } }
  }

  private func profile(of trips: [Trip], on day: ServiceDay) -> WaitProfile {
    WaitProfile(of: trips, bounds: [], refusalWait: day.refusalWait)
  }
}
