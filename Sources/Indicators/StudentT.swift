/// Student's t distribution with a whole number of degrees of freedom.
///
/// Only additions, multiplications, divisions and square roots, which every machine rounds alike:
/// intervals are the same to the last bit wherever they are computed.
/// - SeeAlso: Zelen and Severo (1964), "Probability functions", in Abramowitz and Stegun, Handbook
///   of Mathematical Functions, formulas 26.7.3 and 26.7.4.
public enum StudentT {
  /// The value that the variable stays below with a given probability.
  ///
  /// - Complexity: about sixty sums of half as many terms as there are degrees of freedom.
  public static func quantile(_ probability: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom > 0, "Student's t needs a degree of freedom")
    precondition(probability >= 0.5 && probability < 1, "the upper half is enough")
    let central = 2 * probability - 1
    var low = 0.0
    var high = 1.0
    while centralProbability(high, degreesOfFreedom) < central {
      low = high
      high *= 2
    }
    while true {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { return high }
      if centralProbability(middle, degreesOfFreedom) < central {
        low = middle
      } else {
        high = middle
      }
    }
  }

  /// The probability of lying between -t and t.
  static func centralProbability(_ t: Double, _ degreesOfFreedom: Int) -> Double {
    let n = Double(degreesOfFreedom)
    let cosineSquared = n / (n + t * t)
    let sine = t / (n + t * t).squareRoot()
    let isOdd = degreesOfFreedom % 2 == 1
    // Odd: cos + 2/3 cos³ + 2·4/(3·5) cos⁵ + ...; even: 1 + 1/2 cos² + 1·3/(2·4) cos⁴ + ...
    var term = isOdd ? cosineSquared.squareRoot() : 1
    var sum = 0.0
    for k in stride(from: isOdd ? 3 : 2, through: degreesOfFreedom, by: 2) {
      sum += term
      term *= cosineSquared * Double(k - 1) / Double(k)
    }
    guard isOdd else { return sine * sum }
    return 2 / Double.pi * (arctangent(t / n.squareRoot()) + sine * sum)
  }

  /// By halving the angle until the series converges at once.
  private static func arctangent(_ x: Double) -> Double {
    var x = x
    var scale = 1.0
    while x > 0.05 {
      x /= 1 + (1 + x * x).squareRoot()
      scale *= 2
    }
    var sum = 0.0
    for k in stride(from: 19, through: 1, by: -2) {
      sum = 1 / Double(k) - x * x * sum
    }
    return scale * x * sum
  }
}
