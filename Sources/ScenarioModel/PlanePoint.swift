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
