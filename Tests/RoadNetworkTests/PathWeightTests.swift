import Mobility
import RoadNetwork
import Testing

@Suite("A path's weight")
struct PathWeightTests {
  private func weight(_ milliseconds: Int32, _ meters: Int32) -> PathWeight {
    PathWeight(duration: TimeSpan(milliseconds: milliseconds), length: Meters(meters))
  }

  @Test("gives time and metres back, also at their largest")
  func roundTrip() {
    for milliseconds in [0, 1, 86_400_000, Int32.max / 4] {
      for meters in [0, 1, 999_999, Int32.max] {
        let packed = weight(milliseconds, meters)
        #expect(packed.duration == TimeSpan(milliseconds: milliseconds))
        #expect(packed.length == Meters(meters))
        #expect(packed < .none)
      }
    }
  }

  @Test("adds time to time and metres to metres")
  func addition() {
    #expect(weight(1000, 70) + weight(234, 5) == weight(1234, 75))
    #expect(PathWeight.none + .none > .none)
  }

  @Test("is less for the faster path, then for the shorter one")
  func order() {
    #expect(weight(999, 5000) < weight(1000, 0))
    #expect(weight(1000, 4) < weight(1000, 5))
  }
}
