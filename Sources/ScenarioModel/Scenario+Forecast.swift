public import Mobility

extension Scenario {
  /// What a dispatcher knows of the demand before any day begins.
  ///
  /// From a demand model, what it draws for other days, at least 20,000 bookings; of listed requests
  /// nothing is known, since every day has the same.
  public var forecast: DemandForecast {
    switch demand {
    case .listed:
      DemandForecast(uniformOver: places.ids.filter { places[$0].servesRiders })
    case .synthetic(let model):
      DemandForecast(
        countedOnOtherDays: (1...model.daysOfHistory).flatMap { day in
          model.bookings(onDay: -day, seed: seed, places: places, hours: rules.hours)
            .map(\.request)
        })
    }
  }
}

extension DemandModel {
  fileprivate var daysOfHistory: Int { max(1, Int((20_000 / max(1, bookingsPerDay)).rounded(.up))) }
}
