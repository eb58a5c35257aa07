import Audit
import Journal
import Mobility
import RoadNetwork
import ScenarioFiles
import ScenarioModel

extension AuditInputs {
  /// What a snapshot says, in the words of the audit.
  init(_ snapshot: InputsSnapshot) {
    let network = snapshot.network
    let roads = network.coordinates.ids.flatMap { tail in
      network.edges(from: tail).map { edge in
        Road(
          from: tail, to: network.head[edge], duration: network.duration[edge],
          length: network.length[edge])
      }
    }
    self.init(
      roads: roads, places: .init(snapshot.places.values.lazy.map(\.place.node)),
      points: network.coordinates, vehicles: snapshot.vehicles,
      vehicleNames: snapshot.vehicleNames, rules: snapshot.rules,
      refusalWait: snapshot.refusalWait, placeKeys: snapshot.places.values.map(\.key))
  }
}

extension AuditedDay {
  /// A day of a snapshot, without its trace.
  init(_ day: InputsSnapshot.Day) {
    self.init(
      trace: Trace(day: day.number), requests: Column(day.bookings.map(\.request)),
      detailColumns: Self.detailColumns, details: day.bookings.map(Self.details))
  }

  private static let detailColumns: Set = [
    "id", "channel", "age", "purpose", "origin_zone", "destination_zone", "origin_latitude_deg",
    "origin_longitude_deg", "destination_latitude_deg", "destination_longitude_deg",
  ]

  private static func details(_ booking: Booking) -> [String: DerivedTable.Cell] {
    [
      "id": .text(booking.name), "channel": .text(booking.channel.rawValue),
      "age": .text(booking.age),
      "purpose": .text(booking.purpose), "origin_zone": .text(booking.originZone),
      "destination_zone": .text(booking.destinationZone),
      "origin_latitude_deg": .number(booking.origin.latitude),
      "origin_longitude_deg": .number(booking.origin.longitude),
      "destination_latitude_deg": .number(booking.destination.latitude),
      "destination_longitude_deg": .number(booking.destination.longitude),
    ]
  }
}
