public import Mobility

/// Distances for comparing: one answer on every machine.
public enum FlatEarth {
  /// Metres from one degree of latitude to the next, on a sphere.
  public static let metersPerDegree = 6_371_008.8 * 3.141592653589793 / 180

  /// The cosine of a latitude, from additions and multiplications that IEEE 754 rounds alike.
  public static func cosine(degrees: Double) -> Double {
    let x = degrees / 180 * 3.141592653589793
    var term = 1.0
    var sum = 1.0
    for n in 1...16 {
      term *= -x * x / Double((2 * n - 1) * (2 * n))
      sum += term
    }
    return sum
  }

  /// In square metres, flat between the two points.
  public static func squaredDistance(_ a: Coordinate, _ b: Coordinate) -> Double {
    let north = (a.latitude - b.latitude) * metersPerDegree
    let middle = (a.latitude + b.latitude) / 2
    let east = (a.longitude - b.longitude) * metersPerDegree * cosine(degrees: middle)
    return north * north + east * east
  }
}

extension Coordinate {
  /// Metres along the straight line.
  public func distance(to other: Coordinate) -> Double {
    FlatEarth.squaredDistance(self, other).squareRoot()
  }
}
