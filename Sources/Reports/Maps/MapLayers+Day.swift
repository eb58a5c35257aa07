import Indicators
import Journal
import Mobility
import RoadNetwork
import ScenarioModel

extension MapLayers {
  /// A line for each drive, along the roads that it takes.
  static func paths(of source: PageSource, days: MapDays) -> MapLayer {
    let run = source.figures
    let shown: [Int]
    let which: PageText
    switch days {
    case .all:
      shown = Array(run.bookings.indices)
      which = PageText("of all days", "全日")
    case .one(let number):
      shown = run.dayToShow(number).map { [$0] } ?? []
      let day = shown.first.map { run.strategies[0].days[$0].day } ?? 0
      which = PageText("of day \(day)", "\(day)日目のみ")
    }
    var layer = MapLayer(
      "vehicle_paths",
      PageText("Drives of the vehicles \(which.en)", "車両の走行経路(\(which.ja))"), shape: .line,
      fields: [
        text("strategy"), whole("day"), text("vehicle"), whole("leg"), text("from_place"),
        text("to_place"), text("departed"), text("arrived"), number("duration_s"),
        whole("driven_m"), whole("riders"),
      ],
      style: .init(
        by: "strategy",
        zip(run.strategies.map(\.id), StrategyColours.colours(of: run.strategies.map(\.id)))
          .map { ($0, $1, 0.6) }))
    let scenario = run.scenario
    for results in source.results.strategies {
      for position in shown {
        let legs = TrackRecorder.legs(
          of: results.traces[position], requests: run.bookings[position].map(\.request),
          in: scenario)
        for (name, legs) in zip(scenario.vehicleNames.values, legs) {
          for (number, leg) in legs.enumerated() {
            layer.append(
              leg.points.map { scenario.network.coordinates[$0.node] },
              [
                .text(results.id), .whole(results.traces[position].day), .text(name),
                .whole(number), .text(scenario.places[leg.from].key),
                .text(scenario.places[leg.to].key), MapLayer.Value(leg.departed),
                MapLayer.Value(leg.arrived), .number((leg.arrived - leg.departed).inSeconds),
                .whole(Int(leg.driven.count)), .whole(leg.riders),
              ])
          }
        }
      }
    }
    return layer
  }

  private static let tripFigures: [Indicator] = [
    .waitBooking, .waitDesired, .waitPromise, .waitPenalised, .rideTime, .detourRatio, .walk,
    .journeyTime,
  ]

  /// A line for each request, from door to door; by way of its stops where it was served.
  static func trips(of run: RunFigures) -> MapLayer {
    var layer = MapLayer(
      "trips",
      PageText(
        "Requests of all days, from door to door by way of their stops; refused ones straight",
        "全日の申込(出発地から停留所を経て目的地まで。不成立は直線)"), shape: .line,
      fields: [
        text("strategy"), whole("day"), whole("request"), text("id"), text("answer"),
        text("reason"),
        whole("riders"), text("booked"), text("desired"), text("channel"), text("age"),
        text("purpose"), text("origin_zone"), text("destination_zone"), text("vehicle"),
        text("pickup"), text("dropoff"), text("promised"), text("boarded"), text("alighted"),
      ] + tripFigures.map { number($0.columnName) } + [flag("pooled")],
      style: .init(
        by: "answer", [("served", "#2a9d5c", 0.4), ("refused", "#d62828", 0.8)]))
    for strategy in run.strategies {
      for (day, bookings) in zip(strategy.days, run.bookings) {
        for (trip, booking) in zip(day.trips.values, bookings) {
          let figures = tripFigures.map {
            MapLayer.Value(trip.value(of: $0, refusalWait: day.refusalWait))
          }
          layer.append(
            line(of: trip, booking, in: run.scenario),
            [
              .text(strategy.id), .whole(day.day), .whole(trip.request.id.index),
              .text(booking.name),
            ]
              + answer(of: trip) + facts(of: booking) + ride(of: trip, in: run.scenario) + figures
              + [trip.ride.map { .flag($0.isPooled) } ?? .none])
        }
      }
    }
    return layer
  }

  private static func line(
    of trip: Trip, _ booking: Booking, in scenario: Scenario
  ) -> [Coordinate] {
    let stops = trip.ride.map { [$0.pickup.place, $0.dropoff.place] } ?? []
    return [booking.origin] + stops.map { scenario.places[$0].place.coordinate }
      + [booking.destination]
  }

  private static func answer(of trip: Trip) -> [MapLayer.Value] {
    switch trip.answer {
    case .served: [.text("served"), .none]
    case .refused(let reason, _): [.text("refused"), .text(reason.rawValue)]
    }
  }

  private static func facts(of booking: Booking) -> [MapLayer.Value] {
    let request = booking.request
    return [
      .whole(request.riders), MapLayer.Value(request.booked), MapLayer.Value(request.desired),
      .text(booking.channel.rawValue), .text(booking.age), .text(booking.purpose),
      .text(booking.originZone), .text(booking.destinationZone),
    ]
  }

  private static func ride(of trip: Trip, in scenario: Scenario) -> [MapLayer.Value] {
    let ride = trip.ride
    return [
      MapLayer.Value(ride.map { scenario.vehicleNames[$0.vehicle] }),
      MapLayer.Value(ride.map { scenario.places[$0.pickup.place].key }),
      MapLayer.Value(ride.map { scenario.places[$0.dropoff.place].key }),
      MapLayer.Value(ride?.promise.boarding), MapLayer.Value(ride?.boarded),
      MapLayer.Value(ride?.alighted),
    ]
  }
}
