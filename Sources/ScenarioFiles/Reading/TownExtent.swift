import Mobility
import RoadNetwork

/// How far a town reaches: a point far from all others is most often wrong, and streets up to there
/// would take hours to lay out.
struct TownExtent {
  private let middle: Coordinate

  private static let radius = Meters(50_000)

  /// Around the middle of all points, which few of them can move.
  init(around points: [Coordinate]) {
    func middle(_ degrees: [Double]) -> Double { degrees.sorted()[degrees.count / 2] }
    self.middle = Coordinate(
      latitude: middle(points.map(\.latitude)), longitude: middle(points.map(\.longitude)))
  }

  /// Reports every row whose point lies farther out, at the coordinate that is more at fault.
  func check(_ rows: [Row]) -> Bool {
    var isSound = true
    for row in rows {
      guard let point = row.coordinate else { continue }
      let distance = point.distance(to: middle)
      guard distance > Double(Self.radius.count) else { continue }
      let north = abs(point.latitude - middle.latitude)
      let east = abs(point.longitude - middle.longitude)
      row.report(
        north > east ? "latitude_deg" : "longitude_deg",
        "expected a point within \(Quantity.text(Self.radius)) of the middle of the town, found "
          + "one \(Quantity.text(distance: distance)) away")
      isSound = false
    }
    return isSound
  }
}
