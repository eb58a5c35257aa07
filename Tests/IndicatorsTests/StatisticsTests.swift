import Foundation
import Indicators
import Testing

@Suite("Statistics over days")
struct StatisticsTests {
  @Test(
    "quantiles of Student's t are those of the tables",
    arguments: [
      (1, 12.706204736174694), (2, 4.302652729749462), (3, 3.1824463052837078),
      (4, 2.7764451051977934), (5, 2.5705818356363146), (10, 2.228138851986274),
      (29, 2.045229642132703), (30, 2.0422724563012378), (60, 2.0002978220142604),
      (100, 1.9839715185235518), (120, 1.9799304050824402), (200, 1.9718962236339088),
    ])
  func tabulated(degreesOfFreedom: Int, value: Double) {
    let quantile = StudentT.quantile(0.975, degreesOfFreedom: degreesOfFreedom)
    #expect(abs(quantile - value) < 1e-12)
  }

  @Test("95 % of the area under the density lie between the quantiles, for 1 to 200 degrees")
  func area() {
    for n in 1...200 {
      let quantile = StudentT.quantile(0.975, degreesOfFreedom: n)
      #expect(abs(Self.area(upTo: quantile, degreesOfFreedom: n) - 0.475) < 1e-9, "\(n) degrees")
    }
  }

  @Test("the median of Student's t is zero, and its 75 % quantile with one degree is one")
  func simpleQuantiles() {
    #expect(abs(StudentT.quantile(0.5, degreesOfFreedom: 7)) < 1e-12)
    #expect(abs(StudentT.quantile(0.75, degreesOfFreedom: 1) - 1) < 1e-12)
  }

  @Test("a quantile is the value at the nearest rank")
  func nearestRank() {
    let ten = (1...10).reversed().map { Sample(Double($0)) }
    #expect(Quantile.p50.value(of: ten) == 5)
    #expect(Quantile.p90.value(of: ten) == 9)
    #expect(Quantile.p95.value(of: ten) == 10)
    #expect(Quantile.p90.value(of: [Sample(7)]) == 7)
    #expect(Quantile.p50.value(of: []) == nil)
  }

  @Test("a party counts once per rider in a quantile")
  func weightedRank() {
    let samples = [Sample(30, count: 2), Sample(10, count: 3), Sample(20)]
    #expect(Quantile.p50.value(of: samples) == 10)
    #expect(Quantile(thousandths: 501).value(of: samples) == 20)
    #expect(Quantile.p90.value(of: samples) == 30)
  }

  @Test("the interval of a mean is that of Student's t")
  func meanInterval() throws {
    let estimate = try #require(MeanEstimate(of: [1, 2, 3, 4, 5]))
    let interval = try #require(estimate.interval)
    // 2.776445 * 1.581139 / 2.236068
    #expect(estimate.mean == 3)
    #expect(abs(interval.upperBound - 4.963243) < 1e-6)
    #expect(abs(interval.lowerBound - 1.036757) < 1e-6)
  }

  @Test("a single day has a mean, but no interval")
  func singleDay() {
    #expect(MeanEstimate(of: [4])?.mean == 4)
    #expect(MeanEstimate(of: [4])?.interval == nil)
    #expect(MeanEstimate(of: []) == nil)
  }

  /// Simpson's rule over the density, which shares nothing with the sums of `StudentT`.
  static func area(upTo t: Double, degreesOfFreedom: Int) -> Double {
    let n = Double(degreesOfFreedom)
    let norm = exp(lgamma((n + 1) / 2) - lgamma(n / 2)) / (n * Double.pi).squareRoot()
    func density(_ x: Double) -> Double { norm * pow(1 + x * x / n, -(n + 1) / 2) }
    let steps = 2000
    let width = t / Double(steps)
    let inner = (1..<steps).reduce(0.0) {
      $0 + (($1 % 2 == 1) ? 4 : 2) * density(Double($1) * width)
    }
    return width / 3 * (density(0) + inner + density(t))
  }
}
