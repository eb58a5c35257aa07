public import Mobility

extension DemandModel {
  /// Longer than this before the service opens, no bookings are taken.
  public static let earliestBooking = TimeSpan.hours(24)

  /// The bookings of one day, in order of booking; their ids are their positions.
  ///
  /// They depend on the seed, the day, this model and the places alone: whatever the fleet and the
  /// strategy, the same riders come. Each attribute of each booking has its own random number, so
  /// that a change of one share leaves the others' draws as they were. Redrawn until at least
  /// `shortestTrip` long; booked at most 24 hours before `hours` open, or when the trip begins.
  public func bookings(
    onDay day: Int, seed: UInt64, places: Column<Place, NamedPlace>, hours: TimeWindow
  ) -> [Booking] {
    let random = CounterRandom(seed: seed)[day]
    let accesses = Accesses(places: places, walking: walking)
    let count = random[Self.countKey].poisson(mean: bookingsPerDay)
    let drawn = (0..<count).compactMap { number in
      BookingDraw(model: self, hours: hours, random: random[number]).booking(with: accesses)
    }
    return drawn.enumerated()
      .sorted { ($0.element.booked, $0.offset) < ($1.element.booked, $1.offset) }
      .enumerated().map { id, drawn in drawn.element.numbered(RequestID(id)) }
  }

  /// Bookings have the keys from 0; their number needs another.
  private static let countKey = -1
}

extension Scenario {
  /// The bookings of one day, in order of booking.
  public func bookings(onDay day: Int) -> [Booking] {
    switch demand {
    case .listed(let bookings): bookings
    case .synthetic(let model):
      model.bookings(onDay: day, seed: seed, places: places, hours: rules.hours)
    }
  }
}
