import Mobility
import RoadNetwork

/// `network`: nodes and roads from two tables, or a grid.
struct NetworkSection {
  let network: RoadNetwork
  /// What places may call a node.
  let nodes: [String: NodeID]
  let grid: GridNetwork?
  /// The table of roads; `nil` for a grid.
  let file: String?
  /// How travel times are kept; `nil` leaves it to the number of places.
  private(set) var backend: TravelTimes.Backend?
  /// How far from its node a place may lie.
  private(set) var farthestPlace = Meters(2000)

  init?(_ root: Section) {
    let keys = ["nodes", "roads", "grid", "travel_times", "farthest_place"]
    guard let section = root.section("network", known: keys) else { return nil }
    self.init(streets: section)
    backend = section.optional("travel_times", .choice(TravelTimes.Backend.self))
    guard
      let farthest = section.field(
        "farthest_place", .length(from: 1, upTo: 1000), standard: farthestPlace)
    else { return nil }
    farthestPlace = farthest
  }

  private init?(streets section: Section) {
    if section.has("grid") {
      if section.has("nodes") || section.has("roads") {
        section.report("grid", "expected either a grid or nodes and roads, found both")
        return nil
      }
      self.init(grid: section)
      return
    }
    let nodes = section.table("nodes", layout: Table.Layout(required: NetworkTables.nodeColumns))
    let roads = section.table("roads", layout: Table.Layout(required: NetworkTables.roadColumns))
    guard let nodes, let roads else { return nil }
    self.init(nodes: nodes, roads: roads)
  }

  init?(nodes: Table, roads: Table) {
    var keys: [String: NodeID] = [:]
    var coordinates = ContiguousArray<Coordinate>()
    for row in nodes.rows {
      guard let key = row.required("node", .text), let point = row.coordinate else { continue }
      if keys.updateValue(NodeID(coordinates.count), forKey: key) != nil {
        row.report("node", "expected each node once, found \"\(key)\" again")
      }
      coordinates.append(point)
    }
    let complete = roads.rows.mapAll { Self.road($0, between: keys) }
    guard coordinates.count == nodes.rows.count, keys.count == coordinates.count, let complete
    else { return nil }
    guard !coordinates.isEmpty else {
      nodes.report("expected at least one node, found none")
      return nil
    }
    network = RoadNetwork(coordinates: Column(coordinates), roads: complete)
    self.nodes = keys
    grid = nil
    file = roads.file.path
  }

  private static func road(_ row: Row, between nodes: [String: NodeID]) -> RoadNetwork.Road? {
    func node(_ column: String) -> NodeID? {
      let form = Form(expected: "a node of the network") { nodes[$0] }
      return row.required(column, form)
    }
    let tail = node("from")
    let head = node("to")
    let duration = row.required("duration_ms", .whole(RoadNetwork.Road.durations))
    let length = row.required("length_m", .whole(RoadNetwork.Road.lengths))
    let roadClass = row.required("class", .choice(RoadClass.self))
    guard let tail, let head, let duration, let length, let roadClass else { return nil }
    let road = RoadNetwork.Road(
      from: tail, to: head, duration: TimeSpan(milliseconds: duration), length: Meters(length),
      roadClass: roadClass)
    return row.checkSpeed(of: road, "length_m") ? road : nil
  }

  private init?(grid network: Section) {
    guard
      let section = network.section(
        "grid", known: ["columns", "rows", "spacing_m", "speed_kmh", "south_west"])
    else { return nil }
    let columns = section.required("columns", .whole(1...300))
    let rows = section.required("rows", .whole(1...300))
    let spacing = section.required("spacing_m", .whole(10...Int32(10_000)))
    let speed = section.required("speed_kmh", .thousandths(1000...200_000))
    let corner = section.section("south_west", known: ["latitude", "longitude"])
    let latitude = corner?.required("latitude", .latitude)
    let longitude = corner?.required("longitude", .longitude)
    guard let columns, let rows, let spacing, let speed, let latitude, let longitude else {
      return nil
    }
    // Metres by thousandths of km/h: 3.6 million of them make a millisecond.
    let milliseconds = (Int64(spacing) * 3_600_000 + Int64(speed) / 2) / Int64(speed)
    let longest = RoadNetwork.Road.durations.upperBound
    guard milliseconds <= Int64(longest) else {
      section.report(
        "speed_kmh",
        "expected a block that is driven in at most \(Quantity.text(TimeSpan(milliseconds: longest))), "
          + "found \(Quantity.text(TimeSpan(milliseconds: Int32(milliseconds))))")
      return nil
    }
    let grid = GridNetwork(
      columns: columns, rows: rows, spacing: Meters(spacing),
      block: TimeSpan(milliseconds: Int32(milliseconds)),
      southWest: Coordinate(latitude: latitude, longitude: longitude))
    let far = grid.coordinate(column: columns - 1, row: rows - 1)
    let fits = [
      corner?.checkEnd(of: "latitude", far.latitude, atMost: 85),
      corner?.checkEnd(of: "longitude", far.longitude, atMost: 180),
    ]
    guard fits == [true, true] else { return nil }
    self.grid = grid
    self.network = grid.network
    nodes = [:]
    file = nil
  }
}

extension Section {
  /// Reports a grid that goes beyond the degrees that coordinates may have.
  fileprivate func checkEnd(of key: String, _ end: Double, atMost limit: Double) -> Bool {
    guard end > limit else { return true }
    report(
      key, "expected a grid that ends at \(Int(limit)) degrees at most, found its end at \(end)")
    return false
  }
}

extension Row {
  /// From the columns `latitude_deg` and `longitude_deg`.
  var coordinate: Coordinate? { coordinate("latitude_deg", "longitude_deg") }

  func coordinate(_ latitude: String, _ longitude: String) -> Coordinate? {
    let latitude = required(latitude, .latitude)
    let longitude = required(longitude, .longitude)
    guard let latitude, let longitude else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }
}
