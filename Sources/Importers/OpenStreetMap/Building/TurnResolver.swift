/// Finds the roads that restrictions speak of in the network.
struct TurnResolver {
  private let ways: WayColumns
  private let segments: StreetSegments
  private let chains: StreetChains
  /// The chains that end at each vertex with a restriction.
  private var chainsAt: [Int32: [Int32]] = [:]

  init(
    _ ways: WayColumns, _ segments: StreetSegments, _ chains: StreetChains, vias: [Int32]
  ) {
    self.ways = ways
    self.segments = segments
    self.chains = chains
    for via in vias { chainsAt[via] = [] }
    for (position, chain) in chains.chains.enumerated() {
      chainsAt[chain.tail]?.append(Int32(position))
      if chain.head != chain.tail { chainsAt[chain.head]?.append(Int32(position)) }
    }
  }

  enum Outcome {
    case turns(StreetArcs.Turns)
    /// A road in it is closed to vans, not in the area, or not in the network.
    case withoutEffect
    /// A way goes on beyond the junction on both sides: which end is meant cannot be told.
    case ambiguous
  }

  func outcome(of turn: TurnRestriction, at via: Int32) -> Outcome {
    let ends = chainsAt[via] ?? []
    var pairs: [(arriving: Int32, leaving: Int32)] = []
    for from in turn.from {
      let arriving = courses(ends.map { $0 * 2 }, at: via, along: from, isArriving: true)
      for to in turn.to {
        let leaving = courses(ends.map { $0 * 2 }, at: via, along: to, isArriving: false)
        if turn.isUTurn, from == to {
          pairs += arriving.filter { leaving.contains($0 ^ 1) }.map { ($0, $0 ^ 1) }
          continue
        }
        if arriving.count > 1 || leaving.count > 1 { return .ambiguous }
        if let arriving = arriving.first, let leaving = leaving.first {
          pairs.append((arriving, leaving))
        }
      }
    }
    if pairs.isEmpty { return .withoutEffect }
    return .turns(StreetArcs.Turns(via: via, pairs: pairs, isOnly: turn.isOnly))
  }

  /// The open courses into or out of a vertex whose piece next to it belongs to a way.
  private func courses(
    _ forward: [Int32], at via: Int32, along way: Int64, isArriving: Bool
  ) -> [Int32] {
    forward.flatMap { [$0, $0 + 1] }.filter { course in
      let chain = chains.chains[Int(course >> 1)]
      let isReversed = course & 1 == 1
      guard (isReversed ? chain.backward : chain.forward) != nil else { return false }
      let arrivesAt = isReversed ? chain.tail : chain.head
      let leavesFrom = isReversed ? chain.head : chain.tail
      guard (isArriving ? arrivesAt : leavesFrom) == via else { return false }
      // The last piece of the chain for those who arrive along it, or leave against it.
      let position = isArriving != isReversed ? chain.parts.upperBound - 1 : chain.parts.lowerBound
      let segment = Int(chains.parts[position] >> 1)
      return ways.id[Int(segments.way[segment])] == way
    }
  }
}
