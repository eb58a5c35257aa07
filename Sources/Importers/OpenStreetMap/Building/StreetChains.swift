/// Segments joined into chains between junctions, dead ends and other vertices that must stay.
struct StreetChains {
  struct Chain {
    let tail: Int32
    let head: Int32
    /// Its segments in order.
    let parts: Range<Int>
    /// In metres, not yet rounded.
    let length: Double
    /// In milliseconds, not yet rounded; `nil` where closed.
    let forward: Double?
    let backward: Double?
    let kind: UInt8
  }

  private(set) var chains: [Chain] = []
  /// Twice the segment's position, and one more where it is passed from head to tail.
  private(set) var parts: [Int32] = []

  /// No chain is longer, so that every row of a table of roads can be read.
  private static let longestMilliseconds = 1_800_000.0

  private let segments: StreetSegments
  private let longest: Double
  /// The ends of segments at each vertex; count = vertices + 1.
  private var first: [Int32]
  private var incident: [Int32]
  private var isThrough: [Bool]
  private var isJoined: [Bool]

  /// Anchors are vertices that stay, whatever meets there.
  ///
  /// - Complexity: O(n + m).
  init(_ segments: StreetSegments, anchors: [Int32], longestMeters: Double) {
    self.segments = segments
    longest = longestMeters
    (first, incident) = Self.incidence(segments)
    isJoined = Array(repeating: false, count: segments.count)
    isThrough = Array(repeating: false, count: segments.vertexCount)
    for vertex in isThrough.indices { isThrough[vertex] = isPassedThrough(Int32(vertex)) }
    for anchor in anchors { isThrough[Int(anchor)] = false }
    for vertex in isThrough.indices where !isThrough[vertex] { joinAll(from: Int32(vertex)) }
    // What is left are rings that no other street meets.
    for segment in 0..<segments.count where !isJoined[segment] {
      isThrough[Int(segments.tail[segment])] = false
      joinAll(from: segments.tail[segment])
    }
  }

  private static func incidence(_ segments: StreetSegments) -> ([Int32], [Int32]) {
    var first = [Int32](repeating: 0, count: segments.vertexCount + 1)
    for segment in 0..<segments.count {
      first[Int(segments.tail[segment]) + 1] += 1
      first[Int(segments.head[segment]) + 1] += 1
    }
    for vertex in 0..<segments.vertexCount { first[vertex + 1] += first[vertex] }
    var next = first
    var incident = [Int32](repeating: 0, count: 2 * segments.count)
    for segment in 0..<segments.count {
      for (end, isHead) in [(segments.tail[segment], false), (segments.head[segment], true)] {
        incident[Int(next[Int(end)])] = Int32(2 * segment + (isHead ? 1 : 0))
        next[Int(end)] += 1
      }
    }
    return (first, incident)
  }

  /// The parts that lead away from a vertex.
  private func parts(from vertex: Int32) -> ArraySlice<Int32> {
    incident[Int(first[Int(vertex)])..<Int(first[Int(vertex) + 1])]
  }

  private func isPassedThrough(_ vertex: Int32) -> Bool {
    let ends = parts(from: vertex)
    guard ends.count == 2, let one = ends.first, let other = ends.last else { return false }
    let (arriving, leaving) = (one ^ 1, other)
    return segments.kind(Int(one >> 1)) == segments.kind(Int(other >> 1))
      && (kmh(arriving) > 0) == (kmh(leaving) > 0)
      && (kmh(arriving ^ 1) > 0) == (kmh(leaving ^ 1) > 0)
  }

  /// The speed along a part; against it, that of the part with the last bit turned over.
  private func kmh(_ part: Int32) -> Double {
    let segment = Int(part >> 1)
    return part & 1 == 0 ? segments.forwardKmh(segment) : segments.backwardKmh(segment)
  }

  private func end(of part: Int32) -> Int32 {
    let segment = Int(part >> 1)
    return part & 1 == 0 ? segments.head[segment] : segments.tail[segment]
  }

  private func milliseconds(_ part: Int32) -> Double {
    let speed = kmh(part)
    return speed > 0 ? segments.length[Int(part >> 1)] * 3600 / speed : 0
  }

  private mutating func joinAll(from vertex: Int32) {
    var waiting = [vertex]
    while let vertex = waiting.popLast() {
      for part in parts(from: vertex) where !isJoined[Int(part >> 1)] {
        let end = join(from: vertex, part)
        // A chain that became too long ends where others begin.
        if isThrough[Int(end)] {
          isThrough[Int(end)] = false
          waiting.append(end)
        }
      }
    }
  }

  /// Joins what begins with a part; returns the vertex where the chain ends.
  private mutating func join(from start: Int32, _ firstPart: Int32) -> Int32 {
    var chain: [Int32] = []
    var part = firstPart
    var (length, slowest) = (0.0, 0.0)
    var vertex = start
    while true {
      chain.append(part)
      isJoined[Int(part >> 1)] = true
      length += segments.length[Int(part >> 1)]
      slowest += max(milliseconds(part), milliseconds(part ^ 1))
      vertex = end(of: part)
      guard isThrough[Int(vertex)],
        let next = parts(from: vertex).first(where: { $0 >> 1 != part >> 1 }),
        !isJoined[Int(next >> 1)],
        length + segments.length[Int(next >> 1)] <= longest,
        slowest + max(milliseconds(next), milliseconds(next ^ 1)) <= Self.longestMilliseconds
      else { break }
      part = next
    }
    if vertex == start {
      let cut = middle(of: chain, length: length)
      add(chain[..<cut], from: start)
      add(chain[cut...], from: end(of: chain[cut - 1]))
    } else {
      add(chain[...], from: start)
    }
    return vertex
  }

  /// Where a loop is cut into two, because an edge from a node to itself leads nowhere.
  private func middle(of chain: [Int32], length: Double) -> Int {
    var passed = 0.0
    for position in chain.indices.dropLast() {
      passed += segments.length[Int(chain[position] >> 1)]
      if 2 * passed >= length { return position + 1 }
    }
    return chain.count - 1
  }

  private mutating func add(_ chain: ArraySlice<Int32>, from start: Int32) {
    guard let firstPart = chain.first, let lastPart = chain.last else { return }
    let begin = parts.count
    parts.append(contentsOf: chain)
    let isForward = kmh(firstPart) > 0
    let isBackward = kmh(firstPart ^ 1) > 0
    chains.append(
      Chain(
        tail: start, head: end(of: lastPart), parts: begin..<parts.count,
        length: chain.reduce(0) { $0 + segments.length[Int($1 >> 1)] },
        forward: isForward ? chain.reduce(0) { $0 + milliseconds($1) } : nil,
        backward: isBackward ? chain.reduce(0) { $0 + milliseconds($1 ^ 1) } : nil,
        kind: segments.kind(Int(firstPart >> 1))))
  }
}
