import Foundation
import Mobility
import RoadNetwork
import ScenarioModel

extension InputsSnapshot {
  static let dayColumns = ["day", "requests"]
  static let placeColumns = [
    "place", "key", "name", "name_latin", "node", "latitude_deg", "longitude_deg", "serves_riders",
  ]
  static let vehicleColumns = [
    "vehicle", "name", "start", "end", "seats", "shift_opens_ms", "shift_closes_ms",
  ]
  static let pickupsColumn = "pickups_place:walk_ms:distance_m"
  static let dropoffsColumn = "dropoffs_place:walk_ms:distance_m"
  /// Folders of earlier versions have none.
  static let requestNameColumn = "id"
  static let requestColumns = [
    "day", "request", "booked_ms", "desired_ms", "arrive_by_ms", "riders", "boarding_ms",
    pickupsColumn, dropoffsColumn, "origin_latitude_deg", "origin_longitude_deg",
    "destination_latitude_deg", "destination_longitude_deg", "channel", "age", "purpose",
    "origin_zone", "destination_zone",
  ]

  var daysTable: Data {
    var table = TableWriter(Self.dayColumns)
    for day in days { table.add(["\(day.number)", "\(day.bookings.count)"]) }
    return table.bytes
  }

  var nodesTable: Data { NetworkTables.nodes(network.coordinates, cells: Self.cells) }

  var roadsTable: Data {
    NetworkTables.roads(
      network.coordinates.ids.lazy.flatMap { tail in
        network.edges(from: tail).map { edge in
          RoadNetwork.Road(
            from: tail, to: network.head[edge], duration: network.duration[edge],
            length: network.length[edge], roadClass: network.roadClass[edge])
        }
      })
  }

  var placesTable: Data {
    var table = TableWriter(Self.placeColumns)
    for id in places.ids {
      let place = places[id]
      table.add(
        ["\(id.index)", place.key, place.name, place.latinName ?? "", "\(place.place.node.index)"]
          + Self.cells(place.place.coordinate) + [place.servesRiders ? "yes" : "no"])
    }
    return table.bytes
  }

  var vehiclesTable: Data {
    var table = TableWriter(Self.vehicleColumns)
    for id in vehicles.ids {
      let vehicle = vehicles[id]
      table.add([
        "\(id.index)", vehicleNames[id], "\(vehicle.start.index)",
        vehicle.end.map { "\($0.index)" } ?? "", "\(vehicle.cabin.seats)",
        "\(vehicle.shift.opens.milliseconds)", "\(vehicle.shift.closes.milliseconds)",
      ])
    }
    return table.bytes
  }

  var requestsTable: Data {
    var table = TableWriter(Self.requestColumns + [Self.requestNameColumn])
    for day in days {
      for booking in day.bookings { table.add(Self.cells(booking, day: day.number)) }
    }
    return table.bytes
  }

  private static func cells(_ booking: Booking, day: Int) -> [String] {
    let request = booking.request
    return [
      "\(day)", "\(request.id.index)", "\(request.booked.milliseconds)",
      "\(request.desired.milliseconds)", request.arriveBy.map { "\($0.milliseconds)" } ?? "",
      "\(request.riders)", "\(request.boarding.milliseconds)", cell(request.pickups),
      cell(request.dropoffs),
    ] + cells(booking.origin) + cells(booking.destination)
      + [
        booking.channel.rawValue, booking.age, booking.purpose, booking.originZone,
        booking.destinationZone, booking.name,
      ]
  }

  private static func cell(_ accesses: [Access]) -> String {
    accesses.map { "\($0.place.index):\($0.walk.milliseconds):\($0.distance.count)" }
      .joined(separator: "|")
  }

  /// The shortest decimals that read back as the same numbers.
  private static func cells(_ point: Coordinate) -> [String] {
    ["\(point.latitude)", "\(point.longitude)"]
  }
}
