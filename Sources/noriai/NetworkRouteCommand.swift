import ArgumentParser
import Foundation
import Mobility
import RoadNetwork
import ScenarioFiles

struct NetworkRouteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route", abstract: "Find the fastest route between two points, or many.",
    discussion: """
      Points are put on the nearest node. Travel times do not depend on the hour yet.

      --pairs takes a table with the columns from_latitude_deg, from_longitude_deg, \
      to_latitude_deg and to_longitude_deg, and prints one with seconds and metres.

      Example: noriai network route town --from 34.47,135.51 --to 34.50,135.49 --geojson
      """)

  @Argument(help: "A folder with nodes.csv and roads.csv.")
  var network: String

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Where it begins.", valueName: "LAT,LON"),
    transform: Self.point)
  var from: Coordinate?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Where it ends.", valueName: "LAT,LON"),
    transform: Self.point)
  var to: Coordinate?

  @Option(help: "A table (CSV) of many pairs.")
  var pairs: String?

  @Option(help: "When it begins.", transform: Self.clock)
  var at: Instant = Instant(hour: 12)

  @Flag(help: "Print JSON for machines.")
  var json = false

  @Flag(help: "Print the route as GeoJSON.")
  var geojson = false

  func validate() throws {
    guard !(json && geojson) else {
      throw ValidationError("expected either --json or --geojson, found both")
    }
    guard pairs == nil || from == nil && to == nil && !json && !geojson else {
      throw ValidationError("--pairs takes neither points nor another format")
    }
    guard pairs != nil || from != nil && to != nil else {
      throw ValidationError("expected --from and --to, or --pairs")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let folder = try NetworkFolder(reading: network)
      let routes = NetworkRoutes(folder.network)
      if let pairs {
        try Streams.show(Self.table(try RoutePairs(reading: pairs).pairs, routes), terminator: "")
        return
      }
      guard let from, let to else { return }
      let (origins, destinations) = (routes.nodes(nearestTo: from), routes.nodes(nearestTo: to))
      guard let route = routes.route(from: origins, to: destinations) else {
        Streams.complain("\(network): expected a way between the points, found none")
        throw Failure.checkSaysNo
      }
      let report = RouteReport(route, from: from, to: to, at: at, in: folder)
      if geojson {
        try Streams.show(report.geoJSON(try StreetCourses(of: folder)))
      } else {
        try Streams.show(json ? try report.json() : report.text)
      }
    }
  }

  /// Rows in the order of the pairs; empty cells where there is no way.
  private static func table(
    _ pairs: [(from: Coordinate, to: Coordinate)], _ routes: NetworkRoutes
  ) -> String {
    let origins = pairs.map { routes.nodes(nearestTo: $0.from) }
    var cells = [String](repeating: "", count: pairs.count)
    var searched: (origins: [NodeID], paths: [ShortestPaths])?
    // Pairs with the same origin share its search.
    let order = pairs.indices.sorted { (origins[$0][0], $0) < (origins[$1][0], $1) }
    for pair in order {
      if searched?.origins != origins[pair] {
        searched = (origins[pair], routes.paths(from: origins[pair]))
      }
      let best = routes.best(
        searched?.paths ?? [], to: routes.nodes(nearestTo: pairs[pair].to))
      cells[pair] = best.map { "\(RouteReport.seconds($0.duration)),\($0.length.count)" } ?? ","
    }
    var text = "from_latitude_deg,from_longitude_deg,to_latitude_deg,to_longitude_deg"
    text += ",seconds,metres\n"
    for (pair, cell) in zip(pairs, cells) {
      text += "\(pair.from.latitude),\(pair.from.longitude),\(pair.to.latitude),"
      text += "\(pair.to.longitude),\(cell)\n"
    }
    return text
  }

  private static func point(_ text: String) throws -> Coordinate {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.drop { $0 == " " }) }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1],
      abs(latitude) <= 90, abs(longitude) <= 180
    else { throw ValidationError("expected latitude,longitude in degrees, found \"\(text)\"") }
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  private static func clock(_ text: String) throws -> Instant {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int32($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<48).contains(hour),
      (0..<60).contains(minute)
    else { throw ValidationError("expected a time such as 08:30, found \"\(text)\"") }
    return Instant(hour: hour, minute: minute)
  }
}
