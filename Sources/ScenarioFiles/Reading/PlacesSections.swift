import Mobility
import RoadNetwork
import ScenarioModel

/// `stops` and `depots`: the places of a scenario in the order of their ids, not yet on the network.
struct PlacesSections {
  struct Entry {
    enum Position {
      case coordinate(Coordinate)
      case node(String, Coordinate?)
      /// From 1 in the south-west.
      case crossing(column: Int, row: Int)
    }

    let key: String
    let name: String
    let latinName: String?
    let position: Position
    let servesRiders: Bool
    /// What messages point at.
    let origin: Origin
    let field: String
  }

  let entries: [Entry]
  private let ids: [String: PlaceID]

  private static let layout = Table.Layout(
    required: ["key", "name", "latitude_deg", "longitude_deg"],
    optional: ["name_latin", "node"], notes: ["kind", "status", "source", "remark"])
  private static let keys = [
    "key", "name", "name_latin", "latitude", "longitude", "column", "row", "node",
  ]

  init?(_ root: Section, findings: Findings) {
    let stops = Self.places(root, "stops", serveRiders: true)
    let depots = root.has("depots") ? Self.places(root, "depots", serveRiders: false) : []
    guard let stops, let depots else { return nil }
    if stops.isEmpty { root.report("stops", "expected at least one stop, found none") }
    entries = stops + depots
    var ids: [String: PlaceID] = [:]
    for (position, entry) in entries.enumerated()
    where ids.updateValue(PlaceID(position), forKey: entry.key) != nil {
      findings.add(
        at: entry.origin, entry.field, "expected each key once, found \"\(entry.key)\" again")
    }
    self.ids = ids
  }

  enum Use { case riders, vehicles }

  /// The place of a key; `report` gets the problem and a hint when there is none for this use.
  func id(
    of key: String, for use: Use, report: (String, _ hint: @autoclosure () -> String?) -> Void
  ) -> PlaceID? {
    if let id = ids[key], use == .vehicles || entries[id.index].servesRiders { return id }
    let what = use == .riders ? "a stop" : "a stop or depot"
    report("expected the key of \(what), found \"\(key)\"", hint(for: key, use))
    return nil
  }

  private func hint(for key: String, _ use: Use) -> String? {
    let known = entries.filter { use == .vehicles || $0.servesRiders }.map { $0.key }
    return Suggestion.hint(for: key, among: known)
  }

  private static func places(
    _ root: Section, _ key: String, serveRiders: Bool
  ) -> [Entry]? {
    let value = root.value(key, expected: "a list of places or the path of a table")
    guard let value else { return nil }
    if case .scalar = value.content {
      guard let table = root.table(key, layout: layout) else { return nil }
      return table.rows.mapAll { entry($0, serveRiders) }
    }
    return root.sections(key, known: keys)?.mapAll { entry($0, serveRiders) }
  }

  private static func entry(_ row: Row, _ servesRiders: Bool) -> Entry? {
    let key = row.required("key", .text)
    let name = row.required("name", .text)
    guard let key, let name, let point = row.coordinate else { return nil }
    let node = row.optional("node", .text)
    return Entry(
      key: key, name: name, latinName: row.optional("name_latin", .text),
      position: node.map { .node($0, point) } ?? .coordinate(point), servesRiders: servesRiders,
      origin: row.origin(of: "key"), field: "key")
  }

  private static func entry(_ section: Section, _ servesRiders: Bool) -> Entry? {
    let key = section.required("key", .text)
    let name = section.required("name", .text)
    let latinName = section.optional("name_latin", .text)
    guard let position = position(in: section), let key, let name else { return nil }
    return Entry(
      key: key, name: name, latinName: latinName, position: position, servesRiders: servesRiders,
      origin: section.origin(of: "key"), field: section.path("key"))
  }

  private static func position(in section: Section) -> Entry.Position? {
    if section.has("column") || section.has("row") {
      let column = section.required("column", .whole(1...300))
      let row = section.required("row", .whole(1...300))
      guard let column, let row else { return nil }
      return .crossing(column: column, row: row)
    }
    if section.has("node"), !section.has("latitude"), !section.has("longitude") {
      return section.required("node", .text).map { .node($0, nil) }
    }
    let latitude = section.required("latitude", .latitude)
    let longitude = section.required("longitude", .longitude)
    guard let latitude, let longitude else { return nil }
    let point = Coordinate(latitude: latitude, longitude: longitude)
    guard section.has("node") else { return .coordinate(point) }
    return section.required("node", .text).map { .node($0, point) }
  }
}
