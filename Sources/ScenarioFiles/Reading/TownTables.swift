import Mobility
import RoadNetwork
import ScenarioModel

/// The tables behind a demand model: where people live, and where they go.
struct TownTables {
  struct Attraction {
    let key: String
    let category: String
    let name: String
    let zone: String
    let point: Coordinate
    let weight: Double
  }

  private static let zoneLayout = Table.Layout(
    required: ["name", "latitude_deg", "longitude_deg", "population", "elderly_share"],
    allowsOthers: true)
  private static let attractionLayout = Table.Layout(
    required: ["key", "name", "category", "zone", "latitude_deg", "longitude_deg", "weight"],
    allowsOthers: true)

  static func zones(_ demand: Section) -> [DemandModel.Zone]? {
    let radius = demand.required("zone_radius", .length(upTo: 10))
    guard let table = demand.table("zones", layout: zoneLayout),
      let rows = demand.rows(of: table, where: "zones_where")
    else { return nil }
    let zones = rows.mapAll { zone($0, radius: radius ?? .zero) }
    reportRepeated("name", in: rows)
    guard radius != nil, let zones else { return nil }
    return demand.weighted(zones, "zones", by: { $0.population }) ? zones : nil
  }

  static func attractions(_ demand: Section) -> [Attraction]? {
    guard let table = demand.table("attractions", layout: attractionLayout),
      let rows = demand.rows(of: table, where: "attractions_where")
    else { return nil }
    reportRepeated("key", in: rows)
    return rows.mapAll { attraction($0) }
  }

  private static func zone(_ row: Row, radius: Meters) -> DemandModel.Zone? {
    let name = row.required("name", .text)
    let population = row.required("population", .population)
    let elderly = row.required("elderly_share", .share)
    guard let center = row.coordinate, let name, let population, let elderly else { return nil }
    // Homes lie around the centre.
    let reach = Double(radius.count) / FlatEarth.metersPerDegree
    let east = reach / FlatEarth.cosine(degrees: center.latitude)
    for (column, isInside) in [
      ("latitude_deg", abs(center.latitude) + reach <= 85),
      ("longitude_deg", abs(center.longitude) + east <= 180),
    ] where !isInside {
      row.report(
        column,
        "expected homes up to \(Quantity.text(radius)) away within the degrees of the map, "
          + "found \(row[column])")
      return nil
    }
    return DemandModel.Zone(
      name: name, center: center, radius: radius, population: population, elderlyShare: elderly)
  }

  private static func attraction(_ row: Row) -> Attraction? {
    let key = row.required("key", .text)
    let category = row.required("category", .text)
    let name = row.required("name", .text)
    let weight = row.required("weight", .weight)
    guard let point = row.coordinate, let key, let category, let name, let weight else {
      return nil
    }
    return Attraction(
      key: key, category: category, name: name, zone: row["zone"], point: point, weight: weight)
  }

  private static func reportRepeated(_ column: String, in rows: [Row]) {
    var seen: Set<String> = []
    for row in rows where !seen.insert(row[column]).inserted {
      row.report(column, "expected each \(column) once, found \"\(row[column])\" again")
    }
  }
}
