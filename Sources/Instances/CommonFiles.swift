import Mobility
import RoadNetwork
import ScenarioFiles

/// The files of the common layout.
///
/// `nodes.csv` (`node`, `x`, `y` in metres), `edges.csv` (`from`, `to`, `seconds`, `meters`),
/// `vehicles.csv` (`id`, `start_node`, `capacity`), `requests.csv` (`id`, `t_request_s`,
/// `from_node`, `to_node`, `passengers`), and `params.json` with the limits.
struct CommonFiles {
  let instance: Instance

  init?(_ source: InstanceSource, _ findings: Findings) {
    let limits = Self.limits(source, findings)
    let coordinates = source.table(0, Table.Layout(required: ["node", "x", "y"]), findings)?
      .some("node", Self.coordinate)
    guard let coordinates else { return nil }
    let count = coordinates.count
    let roads =
      source
      .table(1, Table.Layout(required: ["from", "to", "seconds", "meters"]), findings)?
      .all { Self.road($1, nodes: count) }
    let vehicles =
      source
      .table(2, Table.Layout(required: ["id", "start_node", "capacity"]), findings)?
      .some("vehicle") { Self.vehicle($0, $1, nodes: count) }
    let requests =
      source
      .table(
        3, Table.Layout(required: ["id", "t_request_s", "from_node", "to_node", "passengers"]),
        findings)?
      .all { Self.request($0, $1, nodes: count) }
    let network = roads.flatMap {
      RoadNetwork.connected(coordinates, by: $0, from: source.files[1], findings)
    }
    guard let limits, let network, let vehicles, let requests else { return nil }
    instance = Instance(
      name: source.name, layout: .common, network: network, limits: limits,
      vehicles: Column(vehicles), requests: Column(requests))
  }

  private static func limits(_ source: InstanceSource, _ findings: Findings) -> InstanceLimits? {
    let keys = ["max_wait_s", "max_detour_factor", "max_detour_add_s", "boarding_s"]
    guard
      let section = Section(
        json: source.files[4], named: source.origin, known: keys, findings: findings)
    else { return nil }
    func span(_ key: String) -> TimeSpan? {
      section.required(key, .whole(0...Int32(86_400))).map { .seconds($0) }
    }
    let wait = span("max_wait_s")
    let factor = section.required("max_detour_factor", .thousandths(1000...100_000))
    let allowance = span("max_detour_add_s")
    let halt = span("boarding_s")
    guard let wait, let factor, let allowance, let halt else { return nil }
    return InstanceLimits(
      maximumWait: wait, rideFactorThousandths: factor, rideAllowance: allowance, halt: halt)
  }

  /// Where a degree is as long to the east as to the north: at the equator.
  private static func coordinate(_ position: Int, _ row: Row) -> Coordinate? {
    let number: Void? = row.checkNumber("node", is: position)
    let meters = Form<Double>.decimal(-1e6...1e6, of: "a number of metres")
    let x = row.required("x", meters)
    let y = row.required("y", meters)
    guard number != nil, let x, let y else { return nil }
    return Coordinate(
      latitude: y / FlatEarth.metersPerDegree, longitude: x / FlatEarth.metersPerDegree)
  }

  private static func road(_ row: Row, nodes: Int) -> RoadNetwork.Road? {
    let tail: NodeID? = row.id("from", below: nodes, "a node")
    let head: NodeID? = row.id("to", below: nodes, "a node")
    let duration = row.span("seconds", from: 1, unit: 1000)
    let length = row.required("meters", .whole(0...Int32(1_000_000)))
    guard let tail, let head, let duration, let length else { return nil }
    let road = RoadNetwork.Road(
      from: tail, to: head, duration: duration, length: Meters(length), roadClass: .local)
    return row.checkSpeed(of: road, "meters") ? road : nil
  }

  private static func vehicle(_ position: Int, _ row: Row, nodes: Int) -> Vehicle? {
    let start: PlaceID? = row.id("start_node", below: nodes, "a node")
    let seats = row.required("capacity", .whole(1...1000))
    guard let start, let seats else { return nil }
    return Vehicle(
      id: VehicleID(position), start: start, end: nil, cabin: Cabin(seats: seats),
      shift: InstanceLimits.openHours)
  }

  private static func request(_ position: Int, _ row: Row, nodes: Int) -> Request? {
    let number: Void? = row.checkNumber("id", is: position)
    let time = row.moment("t_request_s", unit: 1000)
    let pickup: PlaceID? = row.id("from_node", below: nodes, "a node")
    let dropoff: PlaceID? = row.id("to_node", below: nodes, "a node")
    let riders = row.required("passengers", .whole(1...1000))
    guard number != nil, let time, let pickup, let dropoff, let riders else { return nil }
    return Request(RequestID(position), at: time, riders: riders, from: pickup, to: dropoff)
  }
}
