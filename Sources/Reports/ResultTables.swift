import Indicators
import Mobility
import ScenarioModel

extension RunFigures {
  /// The content of `kpis.csv`: a row per day and strategy, a column per KPI and, where they
  /// were asked for, per figure of bounds.
  public var kpisCSV: String {
    var csv = CSVText(
      columns: ["day", "strategy"] + Indicator.allCases.map(\.columnName)
        + boundFigures.map(\.columnName))
    for strategy in strategies {
      for (position, day) in strategy.figures.enumerated() {
        csv.append(
          [String(day.day), strategy.id]
            + Indicator.allCases.map { CSVText.number(day.values[$0]) }
            + boundFigures.map { CSVText.number(strategy.boundedDays[position].value(of: $0)) })
      }
    }
    return csv.text
  }

  /// The content of `vehicles.csv`: a row per vehicle, day and strategy.
  public var vehiclesCSV: String {
    var csv = CSVText(columns: [
      "day", "strategy", "vehicle", "seats", "shift_opens", "shift_closes", "driven_km",
      "empty_km", "loaded_km", "rider_km", "driving_s", "loaded_s", "halts", "bookings", "riders",
      "runs", "pooled_runs",
    ])
    for strategy in strategies {
      for day in strategy.days {
        for van in day.vehicles.values {
          let shift = van.vehicle.shift
          csv.append([
            String(day.day), strategy.id, scenario.vehicleNames[van.vehicle.id],
            String(van.vehicle.cabin.seats), clock(shift.opens), clock(shift.closes),
            kilometers(Int(van.driven.count)), kilometers(Int(van.drivenEmpty.count)),
            kilometers(Int(van.drivenLoaded.count)), kilometers(van.riderMeters),
            CSVText.number(van.driving.inSeconds), CSVText.number(van.loaded.inSeconds),
            String(van.halts), String(van.bookings), String(van.riders), String(van.runs),
            String(van.pooledRuns),
          ])
        }
      }
    }
    return csv.text
  }

  /// The content of `trips.csv`: a row per request, day and strategy.
  public var tripsCSV: String {
    var csv = CSVText(columns: Self.bookingColumns + Self.answerColumns)
    for strategy in strategies {
      for (day, bookings) in zip(strategy.days, bookings) {
        for (trip, booking) in zip(day.trips.values, bookings) {
          csv.append(
            [String(day.day), strategy.id] + cells(of: booking)
              + cells(of: trip, refusalWait: day.refusalWait))
        }
      }
    }
    return csv.text
  }

  private static let bookingColumns = [
    "day", "strategy", "request", "id", "booked", "desired", "arrive_by", "lead_s", "riders",
    "channel",
    "age", "purpose", "origin_zone", "destination_zone", "origin_latitude_deg",
    "origin_longitude_deg", "destination_latitude_deg", "destination_longitude_deg",
  ]

  private static let answerColumns = [
    "answer", "reason", "refused_at", "vehicle", "pickup", "dropoff", "ready", "promised",
    "boarded",
    "departed", "alighted", "wait_booking_s", "wait_desired_s", "wait_promise_s",
    "wait_penalised_s", "ride_time_s", "direct_s", "detour_ratio", "walk_m", "journey_time_s",
    "pooled",
  ]

  private func cells(of booking: Booking) -> [String] {
    let request = booking.request
    return [
      String(request.id.index), booking.name, clock(request.booked), clock(request.desired),
      clock(request.arriveBy),
      CSVText.number((request.desired - request.booked).inSeconds), String(request.riders),
      booking.channel.rawValue, booking.age, booking.purpose, booking.originZone,
      booking.destinationZone, booking.origin.latitude.description,
      booking.origin.longitude.description, booking.destination.latitude.description,
      booking.destination.longitude.description,
    ]
  }

  private func cells(of trip: Trip, refusalWait: TimeSpan) -> [String] {
    func value(_ indicator: Indicator) -> String {
      CSVText.number(trip.value(of: indicator, refusalWait: refusalWait))
    }
    let ride = trip.ride
    let terms = ride?.promise.terms
    var refusal: (reason: Refusal, time: Instant)?
    if case .refused(let reason, let time) = trip.answer { refusal = (reason, time) }
    return [
      ride == nil ? "refused" : "served", refusal?.reason.rawValue ?? "",
      clock(refusal?.time), ride.map { scenario.vehicleNames[$0.vehicle] } ?? "",
      key(terms?.pickup), key(terms?.dropoff), clock(terms?.ready),
      clock(ride?.promise.boarding), clock(ride?.boarded), clock(ride?.departed),
      clock(ride?.alighted), value(.waitBooking), value(.waitDesired), value(.waitPromise),
      value(.waitPenalised), value(.rideTime), CSVText.number(terms?.direct.inSeconds),
      value(.detourRatio), value(.walk), value(.journeyTime),
      ride.map { $0.isPooled ? "yes" : "no" } ?? "",
    ]
  }

  private func clock(_ time: Instant?) -> String { time?.description ?? "" }

  private func key(_ place: PlaceID?) -> String { place.map { scenario.places[$0].key } ?? "" }

  private func kilometers(_ meters: Int) -> String { CSVText.number(Double(meters) / 1000) }
}
