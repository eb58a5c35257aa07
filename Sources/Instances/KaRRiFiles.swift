import Mobility
import RoadNetwork
import ScenarioFiles

/// The files of KaRRi's layout.
///
/// `nodes.csv` (`id`, `lat`, `lng`), `edges.csv` (`id`, `tail`, `head`, `veh_ds`, `walk_ds`; tenths
/// of seconds), `vehicles.csv` (`initial_location`, `start_of_service_time`, `end_of_service_time`,
/// `capacity`), `requests.csv` (`origin`, `destination`, `req_time`; whole seconds), and what KaRRi
/// made of it where that is given. Locations are edges, by their numbers in the file.
struct KaRRiFiles {
  let instance: Instance

  init?(_ source: InstanceSource, _ findings: Findings) {
    let coordinates = source.table(0, Table.Layout(required: ["id", "lat", "lng"]), findings)?
      .some("node", Self.coordinate)
    guard let coordinates else { return nil }
    let roads =
      source
      .table(1, Table.Layout(required: ["id", "tail", "head", "veh_ds", "walk_ds"]), findings)?
      .some("edge") { Self.road($0, $1, between: coordinates) }
    guard let roads else { return nil }
    let locations = Locations(of: roads, nodeCount: coordinates.count)
    let vehicles =
      source
      .table(
        2,
        Table.Layout(required: [
          "initial_location", "start_of_service_time", "end_of_service_time", "capacity",
        ]), findings)?
      .some("vehicle") { Self.vehicle($0, $1, at: locations) }
    let requests =
      source
      .table(3, Table.Layout(required: ["origin", "destination", "req_time"]), findings)?
      .all { Self.request($0, $1, between: locations) }
    let network = RoadNetwork.connected(coordinates, by: roads, from: source.files[1], findings)
    guard let network, let vehicles, let requests else { return nil }
    var reference: KaRRiReference?
    if source.isThere(4) || source.isThere(5) {
      reference = KaRRiReference(
        source, vehicles: vehicles.count, requests: requests.count, findings)
      if reference == nil { return nil }
    }
    instance = Instance(
      name: source.name, layout: .karri, network: network, limits: .karri,
      vehicles: Column(vehicles), requests: Column(requests), reference: reference)
  }

  /// From the number of an edge in its file to the place at its end.
  private struct Locations {
    private let places: [PlaceID]

    /// A `RoadNetwork` sorts edges by tail, and keeps those of one tail in order.
    init(of roads: [RoadNetwork.Road], nodeCount: Int) {
      var next = [Int](repeating: 0, count: nodeCount + 1)
      for road in roads { next[road.tail.index + 1] += 1 }
      for node in 0..<nodeCount { next[node + 1] += next[node] }
      places = roads.map { road in
        defer { next[road.tail.index] += 1 }
        return PlaceID(next[road.tail.index])
      }
    }

    func place(_ row: Row, _ column: String) -> PlaceID? {
      let edge: EdgeID? = row.id(column, below: places.count, "an edge")
      return edge.map { places[$0.index] }
    }
  }

  private static func coordinate(_ position: Int, _ row: Row) -> Coordinate? {
    let number: Void? = row.checkNumber("id", is: position)
    let latitude = row.required("lat", .latitude)
    let longitude = row.required("lng", .longitude)
    guard number != nil, let latitude, let longitude else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  /// The format has no lengths: they are those of straight lines, to the metre.
  private static func road(
    _ position: Int, _ row: Row, between coordinates: [Coordinate]
  ) -> RoadNetwork.Road? {
    let number: Void? = row.checkNumber("id", is: position)
    let tail: NodeID? = row.id("tail", below: coordinates.count, "a node")
    let head: NodeID? = row.id("head", below: coordinates.count, "a node")
    let duration = row.span("veh_ds", from: 1, unit: 100)
    guard number != nil, let tail, let head, let duration else { return nil }
    let length = coordinates[tail.index].distance(to: coordinates[head.index])
    let road = RoadNetwork.Road(
      from: tail, to: head, duration: duration, length: Meters(Int32(length.rounded())),
      roadClass: .local)
    return row.checkSpeed(of: road, "veh_ds") ? road : nil
  }

  private static func vehicle(_ position: Int, _ row: Row, at locations: Locations) -> Vehicle? {
    let start = locations.place(row, "initial_location")
    let opens = row.moment("start_of_service_time", unit: 1000)
    let closes = row.moment("end_of_service_time", unit: 1000)
    let seats = row.required("capacity", .whole(1...1000))
    guard let start, let opens, let closes, let seats else { return nil }
    guard opens <= closes else {
      row.report("end_of_service_time", "expected an end after the start of service")
      return nil
    }
    return Vehicle(
      id: VehicleID(position), start: start, end: nil, cabin: Cabin(seats: seats),
      shift: TimeWindow(opens: opens, closes: closes))
  }

  private static func request(
    _ position: Int, _ row: Row, between locations: Locations
  ) -> Request? {
    let pickup = locations.place(row, "origin")
    let dropoff = locations.place(row, "destination")
    let time = row.moment("req_time", unit: 1000)
    guard let pickup, let dropoff, let time else { return nil }
    return Request(RequestID(position), at: time, riders: 1, from: pickup, to: dropoff)
  }
}
