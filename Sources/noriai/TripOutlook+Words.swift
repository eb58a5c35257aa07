import Mobility
import ScenarioModel

extension TripOutlook {
  /// To a tenth; as the model has it where all parties find a trip.
  var roundedBookings: Double {
    findsAll ? wantedPerDay : (bookingsPerDay * 10).rounded() / 10
  }

  /// Apart from those who would have to look a thousand times.
  var findsAll: Bool { bookingsPerDay >= wantedPerDay * 0.9999 }
}

extension Scenario {
  /// What is lost of a demand model whose parties do not all find a trip; `nil` where nothing is.
  var noteOnTrips: String? {
    guard case .synthetic(let model) = demand else { return nil }
    let outlook = TripOutlook(of: model)
    guard !outlook.findsAll else { return nil }
    let purposes = outlook.impossiblePurposes
    let whom =
      purposes.isEmpty
      ? "some parties find no trip as long as demand.shortest_trip, \(model.shortestTrip.count) m, "
        + "or live nowhere"
      : "no trip is as long as demand.shortest_trip, \(model.shortestTrip.count) m, for "
        + purposes.joined(separator: ", ")
    return "\(whom); bookings a day: \(outlook.roundedBookings) of \(model.bookingsPerDay)"
  }
}
