/// A straight piece of road.
struct PlaneSegment: Hashable, Sendable {
  var from: PlanePoint
  var to: PlanePoint

  var length: Double { from.distance(to: to) }

  func distance(to point: PlanePoint) -> Double {
    let way = to - from
    let square = way.dot(way)
    guard square > 0 else { return from.distance(to: point) }
    let share = min(max((point - from).dot(way) / square, 0), 1)
    return point.distance(to: from + share * way)
  }

  /// Where the two cross, as shares of their lengths; `nil` when they do not or are parallel.
  func crossing(_ other: PlaneSegment) -> (own: Double, others: Double)? {
    let a = to - from
    let b = other.to - other.from
    let denominator = a.cross(b)
    guard denominator != 0 else { return nil }
    let offset = other.from - from
    let own = offset.cross(b) / denominator
    let others = offset.cross(a) / denominator
    guard (0...1).contains(own), (0...1).contains(others) else { return nil }
    return (own, others)
  }
}
