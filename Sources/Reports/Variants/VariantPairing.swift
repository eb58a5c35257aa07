import Indicators
import Mobility
import ScenarioModel

/// Whether the days of two runs share their riders, so that they can be compared day by day.
///
/// They do where both runs have the same seed, days of the same numbers, and on each day the same
/// parties in the same order: who asked when, to travel when, from which door to which, how many,
/// of which age, for which purpose, by which channel. Where they can board, how far that is to
/// walk, and how long they take to board belong to the variant, and may differ.
public enum VariantPairing: Hashable, Sendable {
  case byDay
  case otherSeeds
  case otherDays
  /// The first day whose parties differ.
  case otherRiders(day: Int)

  public init(_ a: RunFigures, _ b: RunFigures) {
    let days = a.dayNumbers
    if a.scenario.seed != b.scenario.seed {
      self = .otherSeeds
    } else if days != b.dayNumbers {
      self = .otherDays
    } else {
      let different = days.indices.first {
        !a.bookings[$0].elementsEqual(b.bookings[$0], by: Self.isSameParty)
      }
      self = different.map { .otherRiders(day: days[$0]) } ?? .byDay
    }
  }

  var pairing: MeanEstimate.Pairing { self == .byDay ? .byDay : .none }

  private static func isSameParty(_ a: Booking, _ b: Booking) -> Bool {
    let (p, q) = (a.request, b.request)
    // Who asks to arrive by a time leaves when the variant's travel times say so.
    let isSameTime = p.arriveBy == q.arriveBy && (p.arriveBy != nil || p.desired == q.desired)
    return isSameTime && p.booked == q.booked && p.riders == q.riders && a.origin == b.origin
      && a.destination == b.destination && a.channel == b.channel && a.age == b.age
      && a.purpose == b.purpose && a.originZone == b.originZone
      && a.destinationZone == b.destinationZone
  }
}

extension RunFigures {
  /// The same under every strategy.
  var dayNumbers: [Int] { strategies[0].days.map(\.day) }
}
