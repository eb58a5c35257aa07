/// A point, or the way to one, in metres east and north.
struct PlanePoint: Hashable, Sendable {
  var x: Double
  var y: Double

  var length: Double { (x * x + y * y).squareRoot() }
  /// The same length, a quarter turn to the left.
  var left: PlanePoint { PlanePoint(x: -y, y: x) }

  func distance(to other: PlanePoint) -> Double { (other - self).length }

  /// Positive where `other` turns left.
  func cross(_ other: PlanePoint) -> Double { x * other.y - y * other.x }

  func dot(_ other: PlanePoint) -> Double { x * other.x + y * other.y }

  static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Self, b: Self) -> Self { Self(x: a.x - b.x, y: a.y - b.y) }
  static func * (factor: Double, a: Self) -> Self { Self(x: factor * a.x, y: factor * a.y) }
}

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
