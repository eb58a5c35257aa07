public import Mobility

/// How a group of riders waited from their desired time: the whole distribution, not the mean alone.
public struct WaitProfile: Hashable, Sendable {
  /// Everyone who asked, refused or not.
  public let riders: Int
  public let refused: Int
  /// Riders served by wait: up to each bound and above the one before, then above the last.
  public let counts: [Int]
  /// Of the riders served; `nil` of none.
  public let mean: Double?
  public let p50: Double?
  public let p90: Double?
  public let p95: Double?
  /// Of everyone, each refused rider counted with the refusal wait; `nil` of none.
  public let penalisedMean: Double?

  /// `bounds` rise; a wait that equals one is still within it.
  public init(of trips: [Trip], bounds: [TimeSpan], refusalWait: TimeSpan) {
    var counts = [Int](repeating: 0, count: bounds.count + 1)
    var samples: [Sample] = []
    var (riders, penalised) = (0, 0.0)
    for trip in trips {
      let count = trip.request.riders
      riders += count
      if let wait = trip.value(of: .waitPenalised, refusalWait: refusalWait) {
        penalised += wait * Double(count)
      }
      guard let wait = trip.value(of: .waitDesired, refusalWait: refusalWait) else { continue }
      samples.append(Sample(wait, count: count))
      counts[bounds.firstIndex { wait <= $0.inSeconds } ?? bounds.count] += count
    }
    let served = counts.reduce(0, +)
    self.riders = riders
    refused = riders - served
    self.counts = counts
    mean =
      served > 0 ? samples.reduce(0) { $0 + $1.value * Double($1.count) } / Double(served) : nil
    p50 = Quantile.p50.value(of: samples)
    p90 = Quantile.p90.value(of: samples)
    p95 = Quantile.p95.value(of: samples)
    penalisedMean = riders > 0 ? penalised / Double(riders) : nil
  }
}
