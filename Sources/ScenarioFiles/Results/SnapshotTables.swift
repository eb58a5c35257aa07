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

  func network() -> RoadNetwork? {
    let nodes = table("nodes.csv", NetworkTables.nodeColumns)
    let roads = table("roads.csv", NetworkTables.roadColumns)
    guard let nodes, let roads, isNumbered(nodes, "node") else { return nil }
    return NetworkSection(nodes: nodes, roads: roads)?.network
  }

  func places(nodes: Int?) -> Column<Place, NamedPlace>? {
    guard let table = table("places.csv", InputsSnapshot.placeColumns), let nodes,
      isNumbered(table, "place")
    else { return nil }
    return table.rows.mapAll { row in
      let node: NodeID? = row.required("node", .id(below: nodes))
      let key = row.required("key", .text)
      let name = row.required("name", .text)
      let servesRiders = row.required("serves_riders", .flag)
      guard let point = row.coordinate, let node, let key, let name, let servesRiders else {
        return nil
      }
      return NamedPlace(
        key: key, name: name, latinName: row.optional("name_latin", .text),
        place: Place(node: node, coordinate: point), servesRiders: servesRiders)
    }.map { Column($0) }
  }

  func fleet(places: Int?) -> Fleet? {
    guard let table = table("vehicles.csv", InputsSnapshot.vehicleColumns), let places,
      isNumbered(table, "vehicle")
    else { return nil }
    let vehicles = table.rows.mapAll { row -> Vehicle? in
      let id: VehicleID? = row.required("vehicle", .id(below: table.rows.count))
      let start: PlaceID? = row.required("start", .id(below: places))
      let end: PlaceID? = row.optional("end", .id(below: places))
      let seats = row.required("seats", .whole(1...Int.max))
      let opens = row.instant("shift_opens_ms")
      let closes = row.instant("shift_closes_ms")
      guard let id, let start, let seats, let opens, let closes else { return nil }
      guard opens <= closes else {
        row.report("shift_closes_ms", "expected a shift that closes after it opens")
        return nil
      }
      return Vehicle(
        id: id, start: start, end: end, seats: seats,
        shift: TimeWindow(opens: opens, closes: closes))
    }
    return vehicles.map {
      Fleet(vehicles: Column($0), names: Column(table.rows.map { $0["name"] }))
    }
  }

  func rules() -> RulesRecord? {
    guard let data = file("rules.json") else { return nil }
    if let record = try? JSONDecoder().decode(RulesRecord.self, from: data), record.rules != nil {
      return record
    }
    findings.add(
      at: .file(FilePath.join(folder, "inputs/rules.json")), "",
      "expected the rules of a service, found something else")
    return nil
  }

  func table(_ name: String, _ columns: [String]) -> Table? {
    guard let data = file(name) else { return nil }
    let path = FilePath.join(folder, "inputs/" + name)
    return SourceFile(path: path, bytes: data, findings: findings)
      .flatMap {
        Table($0, layout: Table.Layout(required: columns, isExact: true), findings: findings)
      }
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
    required(column, .whole(Int32.min / 2...Int32.max / 2)).map { Instant(milliseconds: $0) }
  }

  func span(_ column: String) -> TimeSpan? {
    required(column, .whole(0...Int32.max / 4)).map { TimeSpan(milliseconds: $0) }
  }
}
