import Indicators
import Journal
import Mobility
import Testing

@Suite("Figures of groups of riders")
struct GroupFiguresTests {
  @Test("the Gini coefficient is the sum over all pairs of its formula")
  func giniOfPairs() throws {
    var seed: UInt64 = 3
    func next(_ bound: UInt64) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % bound)
    }
    for _ in 0..<200 {
      let samples = (0..<(1 + next(12))).map { _ in Sample(Double(next(40)), count: 1 + next(9)) }
      let people = samples.flatMap { Array(repeating: $0.value, count: $0.count) }
      let pairs = people.flatMap { a in people.map { abs(a - $0) } }.reduce(0, +)
      let mean = people.reduce(0, +) / Double(people.count)
      let gini = Inequality.gini(of: samples)
      guard mean > 0 else {
        #expect(gini == nil)
        continue
      }
      let expected = pairs / (2 * Double(people.count * people.count) * mean)
      #expect(abs(try #require(gini) - expected) < 1e-12)
    }
  }

  @Test("all alike is 0, one of four who bears it all is 3/4, nobody is nothing")
  func giniByHand() {
    #expect(Inequality.gini(of: [Sample(5, count: 3), Sample(5)]) == 0)
    #expect(Inequality.gini(of: [Sample(0, count: 3), Sample(9)]) == 0.75)
    #expect(Inequality.gini(of: []) == nil)
    #expect(Inequality.gini(of: [Sample(0, count: 2)]) == nil)
  }

  @Test("a wait on a bound is within it; the refused count in everything but the waits")
  func profile() {
    let trips = ServiceDay(SmallDay.trace, inputs: SmallDay.inputs).trips.values
    let waits = trips.compactMap { trip in
      trip.value(of: .waitDesired, refusalWait: .minutes(60)).map { ($0, trip.request.riders) }
    }
    let bound = TimeSpan(milliseconds: Int32((waits.map(\.0).max() ?? 0) * 1000))
    let within = WaitProfile(of: Array(trips), bounds: [bound], refusalWait: .minutes(60))
    #expect(within.counts == [waits.reduce(0) { $0 + $1.1 }, 0])
    let all = trips.reduce(0) { $0 + $1.request.riders }
    #expect(within.riders == all)
    #expect(within.refused == all - within.counts[0])
    let sum = waits.reduce(0) { $0 + $1.0 * Double($1.1) }
    #expect(within.mean == sum / Double(within.counts[0]))
    #expect(within.penalisedMean == (sum + 3600 * Double(within.refused)) / Double(all))
    let below = WaitProfile(
      of: Array(trips), bounds: [bound - TimeSpan(milliseconds: 1)], refusalWait: .minutes(60))
    #expect(below.counts[1] > 0)
    let nobody = WaitProfile(of: [], bounds: [bound], refusalWait: .minutes(60))
    #expect(nobody.mean == nil && nobody.penalisedMean == nil && nobody.riders == 0)
  }

  @Test("time with someone aboard is that of the vehicles' own account")
  func loads() {
    let day = ServiceDay(SmallDay.trace, inputs: SmallDay.inputs)
    let times = LoadTimes(of: [day, day])
    let loaded = day.vehicles.values.reduce(0) { $0 + $1.loaded.inSeconds }
    let scheduled = day.vehicles.values.reduce(0) { $0 + $1.scheduled.inSeconds }
    #expect(abs(times.spans.dropFirst().reduce(0, +) - 2 * loaded) < 1e-6)
    #expect(abs(times.spans.reduce(0, +) - 2 * scheduled) < 1e-6)
    #expect(times.spans.count > 1)
  }
}
