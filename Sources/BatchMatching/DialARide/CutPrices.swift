/// What the cuts of a relaxation cost a route while it grows.
struct CutPrices {
  private let requests: ContiguousArray<RequestBits>
  /// What every second request of a cut costs; none is negative.
  let prices: ContiguousArray<Double>
  /// The cuts that each request is in, a bit for each, by node of the pickup.
  private let cuts: ContiguousArray<UInt64>

  static let most = 64

  init(_ cuts: [(requests: RequestBits, price: Double)], requestCount: Int) {
    precondition(cuts.count <= Self.most, "more cuts than bits")
    requests = ContiguousArray(cuts.map(\.requests))
    prices = ContiguousArray(cuts.map(\.price))
    self.cuts = ContiguousArray(
      (0...requestCount).map { request in
        guard request > 0 else { return 0 }
        return cuts.indices.reduce(0) {
          cuts[$1].requests.contains(request) ? $0 | 1 << UInt64($1) : $0
        }
      })
  }

  /// What a request costs where `odd` are the cuts that the route is half-way through; updates them.
  func serve(_ request: Int, odd: inout UInt64) -> Double {
    var cost = 0.0
    var second = odd & cuts[request]
    while second != 0 {
      cost += prices[second.trailingZeroBitCount]
      second &= second - 1
    }
    odd ^= cuts[request]
    return cost
  }

  /// Without the cuts none of whose requests can follow: they matter no more.
  func live(_ odd: UInt64, closed: RequestBits) -> UInt64 {
    var live = odd
    var rest = odd
    while rest != 0 {
      let cut = rest.trailingZeroBitCount
      if requests[cut].isSubset(of: closed) { live &= ~(1 << UInt64(cut)) }
      rest &= rest - 1
    }
    return live
  }
}
