import Mobility
import ScenarioModel
import Testing

@Suite struct CounterRandomTests {
  /// The values come from a second implementation of SplitMix64; a change would change every run.
  @Test func valuesAreThoseOfSplitMix64ForEver() {
    let random = CounterRandom(seed: 42)
    #expect(random.bits == 0xBDD7_3226_2FEB_6E95)
    #expect(random[3].bits == 0x113E_5DEC_6F8F_D8A8)
    #expect(random[3][-1].bits == 0x65EF_9452_C080_EAD7)
    #expect(random[3][17].bits == 0xF0F1_EBDC_4A10_DE83)
    #expect(random[3][17].uniform == 0.9411914265456888)
  }

  @Test func lookingUpDoesNotConsume() {
    let random = CounterRandom(seed: 1)
    let before = random[5]
    _ = random[4].poisson(mean: 100)
    #expect(random[5] == before)
  }

  @Test(arguments: 0..<4) func uniformNumbersFillTheirIntervalEvenly(day: Int) {
    let random = CounterRandom(seed: 7)[day]
    var counts = [Int](repeating: 0, count: 20)
    for key in 0..<20_000 { counts[Int(random[key].uniform * 20)] += 1 }
    let squares = counts.reduce(0.0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    // Chi square with 19 degrees of freedom: above 43.8 once in a thousand.
    #expect(squares < 43.8)
  }

  @Test(arguments: [(1, 0), (0, 1), (1, 1), (16, 0), (0, 16)])
  func neighbouringKeysAreIndependent(dayStep: Int, bookingStep: Int) {
    let random = CounterRandom(seed: 11)
    var sum = 0.0
    for day in 0..<100 {
      for booking in 0..<100 {
        let own = random[day][booking].uniform - 0.5
        sum += own * (random[day + dayStep][booking + bookingStep].uniform - 0.5)
      }
    }
    // The correlation of 10,000 independent pairs has a standard deviation of 0.01.
    #expect(abs(sum / 10_000 * 12) < 0.035)
  }

  @Test func seedsDifferInAboutHalfOfTheirBits() {
    for seed in 0..<64 as Range<UInt64> {
      let other = CounterRandom(seed: seed ^ 1)[0][0].bits ^ CounterRandom(seed: seed)[0][0].bits
      #expect((12...52).contains(other.nonzeroBitCount))
    }
  }

  @Test func wholeNumbersStayInTheirRangeAndReachItsEnds() {
    let random = CounterRandom(seed: 3)
    let drawn = Set((0..<200).map { random[$0].uniform(in: -2...3) })
    #expect(drawn == [-2, -1, 0, 1, 2, 3])
  }

  @Test func positionsAreDrawnByWeightAndNeverWithoutOne() {
    let random = CounterRandom(seed: 5)
    var counts = [0, 0, 0, 0]
    for key in 0..<10_000 { counts[random[key].position(in: [0, 3, 0, 1]) ?? 0] += 1 }
    #expect(counts[0] == 0 && counts[2] == 0)
    #expect(abs(counts[1] - 7500) < 150)
    #expect(random.position(in: [0, 0]) == nil)
    #expect(random.position(in: []) == nil)
  }

  /// A mean above the largest part is drawn as a sum.
  @Test(arguments: [0.5, 24.5, 300]) func poissonNumbersHaveTheirMeanAsVariance(mean: Double) {
    let random = CounterRandom(seed: 9)
    let drawn = (0..<4000).map { Double(random[$0].poisson(mean: mean)) }
    let average = drawn.reduce(0, +) / 4000
    let variance = drawn.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 3999
    #expect(abs(average - mean) < 4 * (mean / 4000).squareRoot())
    #expect(abs(variance / mean - 1) < 0.12)
  }

  @Test func nothingComesOfAMeanOfZero() {
    #expect(CounterRandom(seed: 1).poisson(mean: 0) == 0)
  }
}
