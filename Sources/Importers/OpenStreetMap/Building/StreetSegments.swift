import RoadNetwork

/// Straight pieces of street between consecutive nodes of ways, for one way of travelling.
///
/// A vertex is a node, or one of several copies where a barrier keeps ways apart.
struct StreetSegments {
  /// Speeds in km/h by way, 0 where closed; ways of different kinds are not joined.
  struct Lanes {
    let forwardKmh: [Double]
    let backwardKmh: [Double]
    let kind: [UInt8]
  }

  let lanes: Lanes
  private(set) var way: [Int32] = []
  private(set) var tail: [Int32] = []
  private(set) var head: [Int32] = []
  private(set) var length: [Double] = []
  /// The node of each vertex.
  private(set) var node: [Int32]
  private(set) var barriers = 0
  /// Pieces left out: the file lacks an end, or they are too long to be real.
  private(set) var incomplete = 0

  var count: Int { way.count }
  var vertexCount: Int { node.count }

  init(
    _ ways: WayColumns, _ nodes: NodeColumns, lanes: Lanes, stoppedAt barrier: NodeColumns.State
  ) {
    self.lanes = lanes
    node = nodes.id.indices.map { Int32($0) }
    var isStopping = [Bool](repeating: false, count: nodes.id.count)
    for index in 0..<ways.count
    where lanes.forwardKmh[index] > 0 || lanes.backwardKmh[index] > 0 {
      let slowest =
        [lanes.forwardKmh[index], lanes.backwardKmh[index]].filter { $0 > 0 }.min() ?? 1
      let references = nodes.references[ways.firstNode[index]..<ways.firstNode[index + 1]]
      for (a, b) in zip(references, references.dropFirst()) where a != b {
        guard let from = nodes.point[Int(a)], let to = nodes.point[Int(b)] else {
          incomplete += 1
          continue
        }
        let state = nodes.state[Int(a)].union(nodes.state[Int(b)])
        if state.contains(.outside) { continue }
        let meters = GreatCircle.meters(from: from, to: to)
        guard meters * 3600 / slowest <= Double(RoadNetwork.Road.durations.upperBound) else {
          incomplete += 1
          continue
        }
        way.append(Int32(index))
        for end in [a, b] where nodes.state[Int(end)].contains(barrier) {
          isStopping[Int(end)] = true
        }
        tail.append(vertex(at: a, stops: nodes.state[Int(a)].contains(barrier)))
        head.append(vertex(at: b, stops: nodes.state[Int(b)].contains(barrier)))
        length.append(meters)
      }
    }
    barriers = isStopping.count { $0 }
  }

  func forwardKmh(_ segment: Int) -> Double { lanes.forwardKmh[Int(way[segment])] }
  func backwardKmh(_ segment: Int) -> Double { lanes.backwardKmh[Int(way[segment])] }
  func kind(_ segment: Int) -> UInt8 { lanes.kind[Int(way[segment])] }

  /// A copy of its own for each end at a barrier: one can come up to it, but not through.
  private mutating func vertex(at position: Int32, stops: Bool) -> Int32 {
    guard stops else { return position }
    node.append(position)
    return Int32(node.count - 1)
  }

  /// Keeps only the segments whose both ends `isKept` says yes to.
  mutating func keep(_ isKept: [Bool]) {
    let kept = way.indices.filter { isKept[Int(tail[$0])] && isKept[Int(head[$0])] }
    way = kept.map { way[$0] }
    length = kept.map { length[$0] }
    let ends = kept.map { (tail[$0], head[$0]) }
    tail = ends.map { $0.0 }
    head = ends.map { $0.1 }
  }
}
