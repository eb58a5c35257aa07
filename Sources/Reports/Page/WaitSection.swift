import Indicators
import Mobility
import ScenarioModel

/// How long riders wait from their desired time: the distribution, for all and by group.
public struct WaitSection: Hashable, Sendable, Encodable {
  /// Riders who have something in common, under each strategy.
  public struct Group: Hashable, Sendable, Encodable {
    public let name: PageName
    public let profiles: [Profile]
  }

  public struct Profile: Hashable, Sendable, Encodable {
    public let riders: Int
    public let refused: Int
    /// Riders served by wait, in the bands that `bounds` part.
    public let counts: [Int]
    public let mean: Double?
    public let p50: Double?
    public let p90: Double?
    public let p95: Double?
    public let penalisedMean: Double?
  }

  /// The riders parted in one way.
  public struct Division: Hashable, Sendable, Encodable {
    public let id: String
    public let groups: [Group]
  }

  /// Of the bands of waits, in minutes; a wait that equals one is within it.
  public let bounds: [Int]
  /// By strategy and minute from 0: the share of all who asked, refused or not, that boarded within.
  public let boarded: [[Double]]
  public let divisions: [Division]

  init(of run: RunFigures) {
    bounds = PageLimits.waitBounds.map { Int($0.milliseconds) / 60_000 }
    let bookings = run.bookings.flatMap { $0 }
    // Columns of trips in the order of `bookings`.
    let trips = run.strategies.map { $0.days.flatMap(\.trips.values) }
    boarded = Self.curves(of: trips)
    let latin = PageName.latinNames(in: run.scenario)
    let refusalWait = run.scenario.refusalWait

    func division(
      _ id: String, key: (Booking) -> String, name: (String) -> PageName = { PageName(name: $0) },
      byRiders: Bool = false
    ) -> Division {
      var members: [String: [Int]] = [:]
      for (position, booking) in bookings.enumerated() {
        members[key(booking), default: []].append(position)
      }
      var groups = members.sorted { Self.order(of: $0.key) < Self.order(of: $1.key) }
        .map { key, positions in
          Group(
            name: name(key),
            profiles: trips.map { trips in
              Profile(
                WaitProfile(
                  of: positions.map { trips[$0] }, bounds: PageLimits.waitBounds,
                  refusalWait: refusalWait))
            })
        }
      if byRiders {
        groups.sort { ($1.riders, $0.name.name) < ($0.riders, $1.name.name) }
        groups = Array(groups.prefix(PageLimits.zones))
      }
      return Division(id: id, groups: groups)
    }

    divisions = [
      division("hour", key: { Self.hour(of: $0.request.desired) }),
      division(
        "zone", key: \.originZone, name: { PageName(name: $0, latin: latin[$0]) }, byRiders: true),
      division("age", key: \.age),
      division("channel", key: \.channel.rawValue),
    ].filter { $0.groups.count > 1 }
  }

  /// By the first number, so that age classes rise; "under 50" comes before "50-69".
  private static func order(of name: String) -> (Int, Int, String) {
    let digits = name.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
    return (Int(digits) ?? 0, name.first?.isASCIIDigit == true ? 1 : 0, name)
  }

  private static func hour(of time: Instant) -> String {
    String(time.description.prefix(2))
  }

  private static func curves(of trips: [[Trip]]) -> [[Double]] {
    let waits = trips.map { trips in
      trips.compactMap { trip in
        trip.ride.map {
          (seconds: ($0.boarded - $0.promise.terms.ready).inSeconds, riders: trip.request.riders)
        }
      }
    }
    let longest = waits.joined().reduce(0) { max($0, $1.seconds) }
    let minutes = min(60, Int((longest / 60).rounded(.up)))
    return zip(trips, waits).map { trips, waits in
      let asked = trips.reduce(0) { $0 + $1.request.riders }
      return (0...minutes).map { minute in
        let boarded = waits.reduce(0) { $0 + ($1.seconds <= Double(60 * minute) ? $1.riders : 0) }
        return rounded(asked > 0 ? Double(boarded) / Double(asked) : 0)
      }
    }
  }
}

extension WaitSection.Group {
  fileprivate var riders: Int { profiles[0].riders }
}

extension WaitSection.Profile {
  fileprivate init(_ profile: WaitProfile) {
    riders = profile.riders
    refused = profile.refused
    counts = profile.counts
    mean = profile.mean
    p50 = profile.p50
    p90 = profile.p90
    p95 = profile.p95
    penalisedMean = profile.penalisedMean
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// To hundred-thousandths: what a chart can show, in fewer characters.
func rounded(_ value: Double) -> Double { (value * 100_000).rounded() / 100_000 }
