/// Chains by direction, with junctions split so that forbidden turns are not there.
struct StreetArcs {
  struct Arc {
    var tail: Int32
    var head: Int32
    /// Twice the chain's position, and one more where it is passed from head to tail.
    let course: Int32

    var chain: Int { Int(course >> 1) }
    var isReversed: Bool { course & 1 == 1 }
  }

  private(set) var arcs: [Arc] = []
  /// The node of each vertex.
  private(set) var node: [Int32]

  init(_ chains: StreetChains, of segments: StreetSegments) {
    node = segments.node
    for (position, chain) in chains.chains.enumerated() {
      let course = Int32(2 * position)
      if chain.forward != nil {
        arcs.append(Arc(tail: chain.tail, head: chain.head, course: course))
      }
      if chain.backward != nil {
        arcs.append(Arc(tail: chain.head, head: chain.tail, course: course + 1))
      }
    }
  }

  /// Which arcs a restriction speaks of.
  struct Turns {
    /// The vertex where the turns are.
    let via: Int32
    /// Pairs of courses, arriving and leaving.
    let pairs: [(arriving: Int32, leaving: Int32)]
    let isOnly: Bool
  }

  /// Splits the vertices of turns: those who arrive by a course with a restriction come to a copy
  /// that only has the roads where they may go on.
  mutating func split(_ turns: [Turns]) {
    var position: [Int32: Int] = [:]
    var groups: [[Turns]] = []
    for turn in turns {
      if let known = position[turn.via] {
        groups[known].append(turn)
      } else {
        position[turn.via] = groups.count
        groups.append([turn])
      }
    }
    var arriving = [[Int]](repeating: [], count: groups.count)
    var leaving = [[Int]](repeating: [], count: groups.count)
    for (index, arc) in arcs.enumerated() {
      if let group = position[arc.head] { arriving[group].append(index) }
      if let group = position[arc.tail] { leaving[group].append(index) }
    }
    for (group, turns) in groups.enumerated() {
      var copies: [(allowed: [Int], vertex: Int32)] = []
      for arc in arriving[group] {
        let allowed = Self.allowed(after: arcs[arc].course, leaving[group], turns, arcs)
        if allowed.count == leaving[group].count { continue }
        if let copy = copies.first(where: { $0.allowed == allowed }) {
          arcs[arc].head = copy.vertex
          continue
        }
        let vertex = Int32(node.count)
        node.append(node[Int(turns[0].via)])
        copies.append((allowed, vertex))
        arcs[arc].head = vertex
        for original in allowed {
          var twin = arcs[original]
          twin.tail = vertex
          // Junctions still to be split have one more that arrives.
          if let later = position[twin.head] { arriving[later].append(arcs.count) }
          arcs.append(twin)
        }
      }
    }
  }

  private static func allowed(
    after course: Int32, _ leaving: [Int], _ turns: [Turns], _ arcs: [Arc]
  ) -> [Int] {
    var only: [Int32] = []
    var none: [Int32] = []
    for turn in turns {
      for pair in turn.pairs where pair.arriving == course {
        if turn.isOnly { only.append(pair.leaving) } else { none.append(pair.leaving) }
      }
    }
    return leaving.filter { arc in
      let course = arcs[arc].course
      return (only.isEmpty || only.contains(course)) && !none.contains(course)
    }
  }
}
