import RoadNetwork

/// The course of a road as a line of points some 25 m apart.
struct TownChain {
  static let step = 25.0

  let name: String
  let roadClass: RoadClass
  let isOneWay: Bool
  /// Roads on a viaduct or in a cutting cross others without a junction.
  let isGradeSeparated: Bool
  let points: [PlanePoint]
  /// Metres from the first point to each; count = points.
  let arcs: [Double]

  init(
    name: String, roadClass: RoadClass, isOneWay: Bool = false, isGradeSeparated: Bool = false,
    through corners: [PlanePoint]
  ) {
    self.name = name
    self.roadClass = roadClass
    self.isOneWay = isOneWay
    self.isGradeSeparated = isGradeSeparated
    points = Self.resampled(Self.smoothed(corners))
    arcs = Self.arcs(of: points)
  }

  var length: Double { arcs[arcs.count - 1] }

  var isClosed: Bool { points[0] == points[points.count - 1] }

  var segments: [PlaneSegment] {
    zip(points, points.dropFirst()).map { PlaneSegment(from: $0, to: $1) }
  }

  /// The point this far from the first.
  func point(at arc: Double) -> PlanePoint {
    let next = arcs.firstIndex { $0 >= arc } ?? arcs.count - 1
    guard next > 0 else { return points[0] }
    let piece = arcs[next] - arcs[next - 1]
    let share = piece > 0 ? min((arc - arcs[next - 1]) / piece, 1) : 0
    return points[next - 1] + share * (points[next] - points[next - 1])
  }

  func distance(to point: PlanePoint) -> Double {
    segments.map { $0.distance(to: point) }.min() ?? .infinity
  }

  /// How far from the first point the chain comes nearest to `point`.
  func arc(nearest point: PlanePoint) -> Double {
    var best = 0
    for position in points.indices
    where points[position].distance(to: point) < points[best].distance(to: point) {
      best = position
    }
    return arcs[best]
  }

  /// Where two chains come nearest, in metres along each; the first of equals.
  func nearest(_ other: TownChain) -> (own: Double, others: Double, distance: Double) {
    var best = (own: 0.0, others: 0.0, distance: Double.infinity)
    for (own, point) in points.enumerated() {
      for (others, candidate) in other.points.enumerated() {
        let distance = point.distance(to: candidate)
        if distance < best.distance { best = (arcs[own], other.arcs[others], distance) }
      }
    }
    return best
  }

  func crosses(_ segment: PlaneSegment) -> Bool {
    segments.contains { $0.crossing(segment) != nil }
  }

  /// The piece between two distances from the first point, moved to the left of its direction.
  func parallel(from: Double, to: Double, leftBy offset: Double) -> [PlanePoint] {
    let count = max(2, Int((to - from) / 100))
    return (0...count).map { position in
      let arc = from + (to - from) * Double(position) / Double(count)
      let ahead = point(at: min(arc + 60, length)) - point(at: max(arc - 60, 0))
      return point(at: arc) + (offset / ahead.length) * ahead.left
    }
  }

  /// A Catmull-Rom spline, which passes through all its corners.
  private static func smoothed(_ corners: [PlanePoint]) -> [PlanePoint] {
    guard corners.count > 2 else { return corners }
    let isClosed = corners[0] == corners[corners.count - 1]
    let last = corners.count - 1
    var points = [corners[0]]
    for piece in 0..<last {
      let before = piece > 0 ? corners[piece - 1] : corners[isClosed ? last - 1 : 0]
      let after = piece + 2 <= last ? corners[piece + 2] : corners[isClosed ? 1 : last]
      let a = corners[piece]
      let b = corners[piece + 1]
      for part in 1..<16 {
        let t = Double(part) / 16
        let bend = t * ((b - before) + t * (2 * before - 5 * a + (4 * b - after)))
        let twist = t * t * t * ((3 * a - before) - (3 * b - after))
        points.append(a + 0.5 * (bend + twist))
      }
      points.append(b)
    }
    return points
  }

  private static func resampled(_ line: [PlanePoint]) -> [PlanePoint] {
    let arcs = arcs(of: line)
    let length = arcs[arcs.count - 1]
    let count = max(1, Int((length / step).rounded()))
    var points = [line[0]]
    var next = 1
    for position in 1..<max(count, 1) {
      let arc = length * Double(position) / Double(count)
      while arcs[next] < arc { next += 1 }
      let share = (arc - arcs[next - 1]) / (arcs[next] - arcs[next - 1])
      points.append(line[next - 1] + share * (line[next] - line[next - 1]))
    }
    points.append(line[line.count - 1])
    return points
  }

  private static func arcs(of points: [PlanePoint]) -> [Double] {
    var arcs = [0.0]
    for (from, to) in zip(points, points.dropFirst()) {
      arcs.append(arcs[arcs.count - 1] + from.distance(to: to))
    }
    return arcs
  }
}
