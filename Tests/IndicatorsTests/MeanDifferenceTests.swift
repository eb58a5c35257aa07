import Indicators
import Testing

@Suite("The difference of two means")
struct MeanDifferenceTests {
  @Test("of separate samples has Welch's interval")
  func welch() throws {
    let a: [Double?] = [1, 2, 3, 4, 5]
    let b: [Double?] = [2, 8, nil, 6, 12]
    let estimate = try #require(MeanEstimate(from: a, to: b, pairing: .none))
    // Means 3 and 7, variances 2.5 and 52/3: squared errors 0.5 and 4.333333 make 4.833333;
    // 4.833333² / (0.5²/4 + 4.333333²/3) = 3.6967 degrees, of which 3 count.
    let reach = 3.182446305283708 * 4.833333333333333.squareRoot()
    let interval = try #require(estimate.interval)
    #expect(estimate.mean == 4)
    #expect(estimate.days == 9)
    #expect(abs(interval.lowerBound - (4 - reach)) < 1e-9)
    #expect(abs(interval.upperBound - (4 + reach)) < 1e-9)
  }

  @Test("of samples that never vary has no width, and one value alone has no interval")
  func extremes() throws {
    let same = try #require(MeanEstimate(from: [1, 1], to: [3, 3, 3], pairing: .none))
    #expect(same.interval == 2...2)
    let single = try #require(MeanEstimate(from: [1], to: [3, 4], pairing: .none))
    #expect(single.mean == 2.5)
    #expect(single.interval == nil)
    #expect(MeanEstimate(from: [], to: [1], pairing: .none) == nil)
    #expect(MeanEstimate(from: [nil], to: [1], pairing: .byDay) == nil)
  }

  @Test("of the same days is the mean of what differs day by day")
  func paired() throws {
    let estimate = MeanEstimate(from: [10, nil, 300, 7], to: [11, 5, 303, nil], pairing: .byDay)
    #expect(estimate == MeanEstimate(of: [1, 3]))
  }
}
