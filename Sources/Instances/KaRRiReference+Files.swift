import Mobility
import ScenarioFiles

extension KaRRiReference {
  private static let assignmentColumns = [
    "request_id", "direct_od_dist", "vehicle_id", "pickup_insertion_point",
    "dropoff_insertion_point", "dist_to_pickup", "dist_from_pickup", "dist_to_dropoff",
    "dist_from_dropoff", "cost",
  ]
  private static let serviceColumns = ["request_id", "arr_time", "wait_time", "ride_time", "cost"]

  /// From `expected_assignments.csv` and `expected_service.csv`, times in tenths of seconds.
  init?(_ source: InstanceSource, vehicles: Int, requests: Int, _ findings: Findings) {
    func rows<Value>(
      _ position: Int, _ columns: [String], _ read: (Row) -> Value?
    ) -> [(request: RequestID, value: Value)]? {
      let layout = Table.Layout(required: columns, allowsOthers: true)
      guard let table = source.table(position, layout, findings) else { return nil }
      guard table.rows.count == requests else {
        table.report("expected a row for each of \(requests) requests, found \(table.rows.count)")
        return nil
      }
      var isThere = [Bool](repeating: false, count: requests)
      return table.all { _, row in
        let request: RequestID? = row.id("request_id", below: requests, "a request")
        let value = read(row)
        guard let request, let value else { return nil }
        if isThere[request.index] {
          row.report("request_id", "expected each request once, found \(request.index) again")
          return nil
        }
        isThere[request.index] = true
        return (request, value)
      }
    }
    let assignments = rows(4, Self.assignmentColumns) { Self.assignment($0, vehicles: vehicles) }
    let service = rows(5, Self.serviceColumns, Self.service)
    guard let assignments, let service else { return nil }
    func byRequest<Value>(_ rows: [(request: RequestID, value: Value)]) -> Column<Request, Value> {
      Column(rows.sorted { $0.request < $1.request }.map(\.value))
    }
    self.init(
      order: assignments.map(\.request), assignments: byRequest(assignments),
      service: byRequest(service))
  }

  private static func assignment(_ row: Row, vehicles: Int) -> Assignment? {
    func span(_ column: String) -> TimeSpan? { row.span(column, unit: 100) }
    let vehicle: VehicleID? = row.id("vehicle_id", below: vehicles, "a vehicle")
    let pickupPosition = row.required("pickup_insertion_point", .whole(0...10_000))
    let dropoffPosition = row.required("dropoff_insertion_point", .whole(0...10_000))
    let direct = span("direct_od_dist")
    let driveToPickup = span("dist_to_pickup")
    let driveFromPickup = span("dist_from_pickup")
    let driveToDropoff = span("dist_to_dropoff")
    let driveFromDropoff = span("dist_from_dropoff")
    let cost = span("cost")
    guard let vehicle, let pickupPosition, let dropoffPosition, let direct,
      let driveToPickup, let driveFromPickup, let driveToDropoff, let driveFromDropoff, let cost
    else { return nil }
    guard pickupPosition <= dropoffPosition else {
      row.report(
        "dropoff_insertion_point", "expected at least \(pickupPosition), where the pick-up is")
      return nil
    }
    return Assignment(
      vehicle: vehicle, pickupPosition: pickupPosition, dropoffPosition: dropoffPosition,
      direct: direct, driveToPickup: driveToPickup, driveFromPickup: driveFromPickup,
      driveToDropoff: driveToDropoff, driveFromDropoff: driveFromDropoff, cost: cost)
  }

  private static func service(_ row: Row) -> Service? {
    let arrival = row.moment("arr_time", unit: 100)
    let wait = row.span("wait_time", unit: 100)
    let ride = row.span("ride_time", unit: 100)
    let cost = row.span("cost", unit: 100)
    guard let arrival, let wait, let ride, let cost else { return nil }
    return Service(arrival: arrival, wait: wait, ride: ride, cost: cost)
  }
}
