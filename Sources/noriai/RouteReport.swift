import Foundation
import Mobility
import RoadNetwork
import ScenarioFiles

/// A route as commands print it.
struct RouteReport {
  private let route: NetworkRoutes.Route
  private let folder: NetworkFolder
  private let departing: Instant
  private let ends: [End]

  private struct End: Encodable {
    let latitude: Double
    let longitude: Double
    let node: String
    /// How far the point is from the node that stands for it.
    let metersToNode: Int
  }

  init(
    _ route: NetworkRoutes.Route, from: Coordinate, to: Coordinate, at departing: Instant,
    in folder: NetworkFolder
  ) {
    self.route = route
    self.folder = folder
    self.departing = departing
    ends = zip([from, to], [route.nodes.first, route.nodes.last]).compactMap { point, node in
      guard let node else { return nil }
      let squared = FlatEarth.squaredDistance(point, folder.network.coordinates[node])
      return End(
        latitude: point.latitude, longitude: point.longitude, node: folder.keys[node],
        metersToNode: Int(squared.squareRoot().rounded()))
    }
  }

  /// With milliseconds, as tables write it.
  static func seconds(_ span: TimeSpan) -> String {
    let (whole, rest) = span.milliseconds.quotientAndRemainder(dividingBy: 1000)
    return "\(whole)." + String(repeating: "0", count: 3 - String(rest).count) + String(rest)
  }

  var text: String {
    let points = ends.map { "\($0.node) (\($0.metersToNode) m away)" }
    return """
      from node \(points.first ?? "") to node \(points.last ?? "")
      \(Self.seconds(route.duration)) s, \(route.length.count) m, \(route.edges.count) edges
      """
  }

  func json() throws -> String {
    struct Object: Encodable {
      let from, to: End
      let departing: String
      let seconds: Double
      let meters: Int32
      let path: [String]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let object = Object(
      from: ends[0], to: ends[1], departing: departing.description,
      seconds: route.duration.inSeconds, meters: route.length.count,
      path: route.nodes.map { folder.keys[$0] })
    return String(decoding: try encoder.encode(object), as: UTF8.self)
  }

  /// One line along the streets.
  func geoJSON(_ courses: StreetCourses) -> String {
    var points = route.nodes.prefix(1).map { folder.network.coordinates[$0] }
    for (edge, tail) in zip(route.edges, route.nodes) {
      points += courses.points(along: edge, from: tail).dropFirst()
    }
    // A line needs two points, even where the route has none.
    if points.count == 1 { points.append(points[0]) }
    let line = points.map { "[\($0.longitude),\($0.latitude)]" }.joined(separator: ",")
    let attribution =
      courses.attribution.isEmpty ? "" : #""attribution":"\#(courses.attribution)","#
    return
      #"{"type":"FeatureCollection",\#(attribution)"features":[{"type":"Feature","properties":"#
      + #"{"seconds":\#(Self.seconds(route.duration)),"meters":\#(route.length.count)},"#
      + #""geometry":{"type":"LineString","coordinates":[\#(line)]}}]}"#
  }
}
