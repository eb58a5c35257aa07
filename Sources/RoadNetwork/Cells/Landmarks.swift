import Mobility

/// Driving times from and to a few nodes at the rim of the network, from which the triangle inequality
/// makes lower bounds for all others.
///
/// - SeeAlso: Goldberg, Harrelson (2005), "Computing the shortest path: A* search meets graph theory",
///   SODA 2005, 156–165.
@usableFromInline
struct Landmarks: Sendable {
  /// By node, in milliseconds: the times from eight landmarks, then, negated, those to them.
  ///
  /// After the nodes two rows for each place of several: the greatest of its times, and the least.
  @usableFromInline let times: FixedArray<SIMD16<Int32>>

  /// The nodes that lie farthest out in eight directions, the first by id of those as far.
  init(_ index: RoutingIndex, in network: RoadNetwork) {
    var times = ContiguousArray<SIMD16<Int32>>(repeating: .zero, count: network.nodeCount)
    var sweep = HierarchySweep(index)
    for (lane, landmark) in Self.rim(of: network).enumerated() {
      sweep.run(from: [landmark])
      Self.fill(lane, of: &times, from: sweep, sign: 1)
      sweep.run(to: [landmark])
      Self.fill(lane + 8, of: &times, from: sweep, sign: -1)
    }
    self.times = FixedArray(times)
  }

  /// No landmarks: every bound is zero.
  init(nodeCount: Int) {
    times = FixedArray(ContiguousArray(repeating: .zero, count: nodeCount))
  }

  @inlinable
  func least(from origin: Int, to destination: Int) -> Int32 {
    (times[destination] &- times[origin]).max()
  }

  /// With the rows of places of several nodes.
  func adding(_ places: [[NodeID]]) -> Self {
    var rows = ContiguousArray((0..<times.count).map { times[$0] })
    for nodes in places {
      let own = nodes.map { times[$0.index] }
      rows.append(own.reduce(own[0]) { pointwiseMax($0, $1) })
      rows.append(own.reduce(own[0]) { pointwiseMin($0, $1) })
    }
    return Self(times: FixedArray(rows))
  }

  private init(times: FixedArray<SIMD16<Int32>>) { self.times = times }

  /// Leaves the lane empty when some node has no way from or to the landmark.
  private static func fill(
    _ lane: Int, of times: inout ContiguousArray<SIMD16<Int32>>, from sweep: HierarchySweep,
    sign: Int32
  ) {
    guard times.indices.allSatisfy({ sweep[NodeID($0)] < .none }) else { return }
    for node in times.indices {
      times[node][lane] = sign * sweep[NodeID(node)].duration.milliseconds
    }
  }

  private static func rim(of network: RoadNetwork) -> [NodeID] {
    let directions: [(Double, Double)] = [
      (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1),
    ]
    return directions.compactMap { north, east in
      network.coordinates.ids.map { node in
        let point = network.coordinates[node]
        return (-(north * point.latitude + east * point.longitude), node)
      }.min { $0 < $1 }?.1
    }
  }
}
