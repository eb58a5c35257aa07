import Mobility

/// One request as it is written, in a table or in the scenario itself.
protocol RequestLine {
  func text(_ field: String) -> String?
  func required<Value>(_ field: String, _ form: Form<Value>) -> Value?
  func report(_ field: String, _ problem: String)
  /// Where the party comes from (`from`) or goes to (`to`).
  func end(_ name: String) -> RequestsSection.Entry.End?
}

struct InlineRequest: RequestLine {
  let section: Section
  let places: PlacesSections

  func text(_ field: String) -> String? {
    guard case .scalar(let text)? = section.optionalValue(field)?.content else { return nil }
    return text
  }

  func required<Value>(_ field: String, _ form: Form<Value>) -> Value? {
    section.required(field, form)
  }

  func report(_ field: String, _ problem: String) { section.report(field, problem) }

  func end(_ name: String) -> RequestsSection.Entry.End? {
    section.required(name, Form<String>(expected: "the key of a stop", read: { $0 }))
      .flatMap { key in
        places.id(of: key, for: .riders) { section.report(name, $0, hint: $1()) }
      }
      .map { .place($0) }
  }
}

struct TableRequest: RequestLine {
  let row: Row
  let places: PlacesSections

  func text(_ field: String) -> String? { row[field].isEmpty ? nil : row[field] }

  func required<Value>(_ field: String, _ form: Form<Value>) -> Value? {
    row.required(field, form)
  }

  func report(_ field: String, _ problem: String) { row.report(field, problem) }

  /// By the key of a stop, or by coordinates.
  func end(_ name: String) -> RequestsSection.Entry.End? {
    let column = "\(name)_stop"
    let key = row[column]
    let coordinates = ["\(name)_latitude_deg", "\(name)_longitude_deg"]
    guard !key.isEmpty else {
      if coordinates.allSatisfy({ row[$0].isEmpty }) {
        let (field, other) = row.has(column) ? (column, "coordinates") : (coordinates[0], column)
        row.report(field, "expected the end of the trip here or in \(other), found none")
        return nil
      }
      return row.coordinate(coordinates[0], coordinates[1]).map { .door($0) }
    }
    if let stated = coordinates.first(where: { !row[$0].isEmpty }) {
      row.report(stated, "expected either \(column) or coordinates, found both")
    }
    return places.id(of: key, for: .riders) { row.report(column, $0, hint: $1()) }
      .map { .place($0) }
  }
}
