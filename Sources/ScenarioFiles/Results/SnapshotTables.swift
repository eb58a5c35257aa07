import Foundation
import Mobility
import RoadNetwork
import ScenarioModel

/// The tables of a snapshot, checked as they are read: a folder may have been edited.
struct SnapshotTables {
  struct Fleet {
    let vehicles: Column<Vehicle, Vehicle>
    let names: Column<Vehicle, String>
  }

  let folder: String
  let findings: Findings
  let bytes: (String) -> Data?

  /// Above what any scenario may state, and low enough that sums of them stay far from overflow.
  enum Limits {
    static let days = Scenario.possibleDays.upperBound
    static let bookingsOfDay = 10_000_000
    static let party = 1000
    static let seats = 1000
    static let vehicles = 100_000
    static let instants = -TimeSpan.hours(100).milliseconds...TimeSpan.hours(100).milliseconds
    static let spans = 0...TimeSpan.hours(60).milliseconds
    static let walk = Int32(1_000_000)
  }

  func network() -> RoadNetwork? {
    let nodes = table("nodes.csv", NetworkTables.nodeColumns)
    let roads = table("roads.csv", NetworkTables.roadColumns)
    guard let nodes, let roads, isNumbered(nodes, "node") else { return nil }
    return NetworkSection(nodes: nodes, roads: roads)?.network
  }

  func places(on network: RoadNetwork?) -> Column<Place, NamedPlace>? {
    guard let table = table("places.csv", InputsSnapshot.placeColumns), let network,
      isNumbered(table, "place")
    else { return nil }
    guard !table.rows.isEmpty else {
      table.report("expected a place or more, found none")
      return nil
    }
    let nodes = NodesByLatitude(network)
    return table.rows.mapAll { row in
      let node: NodeID? = row.required("node", .id(below: network.nodeCount))
      let key = row.required("key", .text)
      let name = row.required("name", .text)
      let servesRiders = row.required("serves_riders", .flag)
      guard let point = row.coordinate, let node, let key, let name, let servesRiders else {
        return nil
      }
      return NamedPlace(
        key: key, name: name, latinName: row.optional("name_latin", .text),
        place: Place(nodes: nodes.junction(of: node), coordinate: point), servesRiders: servesRiders
      )
    }.map { Column($0) }
  }

  func fleet(places: Int?) -> Fleet? {
    guard let table = table("vehicles.csv", InputsSnapshot.vehicleColumns), let places,
      isNumbered(table, "vehicle")
    else { return nil }
    guard (1...Limits.vehicles).contains(table.rows.count) else {
      table.report("expected from 1 to \(Limits.vehicles) vehicles, found \(table.rows.count)")
      return nil
    }
    let vehicles = table.rows.mapAll { row -> Vehicle? in
      let id: VehicleID? = row.required("vehicle", .id(below: table.rows.count))
      let start: PlaceID? = row.required("start", .id(below: places))
      let end: PlaceID? = row.optional("end", .id(below: places))
      let seats = row.required("seats", .whole(1...Limits.seats))
      let opens = row.instant("shift_opens_ms")
      let closes = row.instant("shift_closes_ms")
      guard let id, let start, let seats, let opens, let closes else { return nil }
      guard opens <= closes else {
        row.report("shift_closes_ms", "expected a shift that closes after it opens")
        return nil
      }
      return Vehicle(
        id: id, start: start, end: end, cabin: Cabin(seats: seats),
        shift: TimeWindow(opens: opens, closes: closes))
    }
    return vehicles.map {
      Fleet(vehicles: Column($0), names: Column(table.rows.map { $0["name"] }))
    }
  }

  func rules() -> RulesRecord? {
    guard let data = file("rules.json") else { return nil }
    if let record = try? JSONDecoder().decode(RulesRecord.self, from: data), record.isSound {
      return record
    }
    findings.add(
      at: .file(FilePath.join(folder, "inputs/rules.json")), "",
      "expected the rules of a service, found something else")
    return nil
  }

  func table(_ name: String, _ columns: [String], optional: [String] = []) -> Table? {
    guard let data = file(name) else { return nil }
    let path = FilePath.join(folder, "inputs/" + name)
    let layout = Table.Layout(required: columns, optional: optional, isExact: true)
    return SourceFile(path: path, bytes: data, findings: findings)
      .flatMap { Table($0, layout: layout, findings: findings) }
  }

  private func isNumbered(_ table: Table, _ column: String) -> Bool {
    for (position, row) in table.rows.enumerated() where row[column] != "\(position)" {
      row.report(column, "expected \(position), as rows are numbered, found \"\(row[column])\"")
      return false
    }
    return true
  }

  private func file(_ name: String) -> Data? {
    if let data = bytes("inputs/" + name) { return data }
    let path = FilePath.join(folder, "inputs/" + name)
    findings.add(
      .missingFile, at: .file(path), "",
      InputFile.obstacle(at: path)?.problem ?? "expected a file, found none")
    return nil
  }
}

extension Form {
  static func id<Entity>(below count: Int) -> Self where Value == ID<Entity> {
    Form(expected: "a number below \(count)") { text in
      Int(text).flatMap { (0..<count).contains($0) ? ID<Entity>($0) : nil }
    }
  }
}

extension Row {
  func instant(_ column: String) -> Instant? {
    required(column, .whole(SnapshotTables.Limits.instants)).map { Instant(milliseconds: $0) }
  }

  func span(_ column: String) -> TimeSpan? {
    required(column, .whole(SnapshotTables.Limits.spans)).map { TimeSpan(milliseconds: $0) }
  }
}
