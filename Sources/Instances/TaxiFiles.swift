import Mobility
import RoadNetwork
import ScenarioFiles

/// A fleet and a day of taxi trips on the streets of Manhattan, each at the nearest node.
///
/// The fleet has `vehicle_id`, `lat` and `lon`; the trips have `request_id`, both ends as `o_lat`,
/// `o_lon`, `d_lat` and `d_lon`, `departure_time` and `passengers`. Other columns are left alone.
struct TaxiFiles {
  let instance: Instance
  private static let seats = 4

  init?(_ source: InstanceSource, _ findings: Findings) {
    guard
      let streets = StreetGraphFile(reading: source.files[0], named: source.origin, findings)
    else { return nil }
    let nodes = NodesByLatitude(streets.network)
    func place(_ row: Row, _ latitude: String, _ longitude: String) -> PlaceID? {
      let latitude = row.required(latitude, .latitude)
      let longitude = row.required(longitude, .longitude)
      guard let latitude, let longitude else { return nil }
      return nodes.nearest(to: Coordinate(latitude: latitude, longitude: longitude))
        .map { PlaceID($0.index) }
    }

    let fleetLayout = Table.Layout(required: ["vehicle_id", "lat", "lon"], allowsOthers: true)
    let vehicles = source.table(1, fleetLayout, findings)?.some("vehicle") { position, row in
      place(row, "lat", "lon").map { start in
        Vehicle(
          id: VehicleID(position), start: start, end: nil, cabin: Cabin(seats: Self.seats),
          shift: InstanceLimits.openHours)
      }
    }
    let tripLayout = Table.Layout(
      required: ["o_lat", "o_lon", "d_lat", "d_lon", "departure_time", "passengers"],
      allowsOthers: true)
    let trips = source.table(2, tripLayout, findings)
    let day = trips?.rows.first.map { String($0["departure_time"].prefix(10)) } ?? ""
    let requests = trips?.all { position, row -> Request? in
      let pickup = place(row, "o_lat", "o_lon")
      let dropoff = place(row, "d_lat", "d_lon")
      let time = row.required("departure_time", .moment(of: day))
      let riders = row.required("passengers", .whole(1...1000))
      guard let pickup, let dropoff, let time, let riders else { return nil }
      return Request(RequestID(position), at: time, riders: riders, from: pickup, to: dropoff)
    }
    guard let vehicles, let requests else { return nil }
    instance = Instance(
      name: source.name, layout: .manhattan, network: streets.network, limits: .manhattan,
      vehicles: Column(vehicles), requests: Column(requests),
      unconnectedNodes: streets.unconnectedNodes)
  }
}

extension Form where Value == Instant {
  /// A moment of one day, written as in "2014-12-21 08:30:00".
  fileprivate static func moment(of day: String) -> Self {
    Form(expected: "a moment of one day such as \"2014-12-21 08:30:00\"") { text in
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == day, parts[0].utf8.count == 10 else { return nil }
      let numbers = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        .map { $0.utf8.count == 2 ? Int32($0) : nil }
      guard numbers.count == 3, let hour = numbers[0], let minute = numbers[1],
        let second = numbers[2], (0..<24).contains(hour), (0..<60).contains(minute),
        (0..<60).contains(second)
      else { return nil }
      return Instant(hour: hour, minute: minute, second: second)
    }
  }
}
