import Mobility
import RoadNetwork

/// Lengths on the sphere by the haversine formula, with the same digits on every machine.
///
/// - SeeAlso: Sinnott (1984), "Virtues of the haversine", Sky and Telescope 68(2), 159.
enum GreatCircle {
  private static let radius = 6_371_008.8
  private static let perDegree = 3.141592653589793 / 180

  static func meters(from a: OSMPoint, to b: OSMPoint) -> Double {
    let north = Double(b.latitude - a.latitude) / OSMPoint.perDegree * perDegree
    let east = Double(Int64(b.longitude) - Int64(a.longitude)) / OSMPoint.perDegree * perDegree
    let (sineNorth, sineEast) = (sine(north / 2), sine(east / 2))
    let cosines =
      FlatEarth.cosine(degrees: Double(a.latitude) / OSMPoint.perDegree)
      * FlatEarth.cosine(degrees: Double(b.latitude) / OSMPoint.perDegree)
    let haversine = sineNorth * sineNorth + cosines * sineEast * sineEast
    return 2 * radius * arcsine(min(1, haversine.squareRoot()))
  }

  /// By its series: libraries differ in the last digit, additions and multiplications do not.
  private static func sine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for n in 1...20 {
      term *= -x * x / Double(2 * n * (2 * n + 1))
      if sum + term == sum { break }
      sum += term
    }
    return sum
  }

  private static func arcsine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for n in 0...500 {
      let odd = Double(2 * n + 1)
      term *= x * x * odd / Double(2 * n + 2)
      let next = sum + term / Double(2 * n + 3)
      if next == sum { break }
      sum = next
    }
    return sum
  }
}
