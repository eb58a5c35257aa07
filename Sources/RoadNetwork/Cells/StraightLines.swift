import Mobility

/// The nodes on a plane, with the least time that any road takes for a metre as the crow flies.
///
/// No way is faster than the straight line at that pace: each of its edges covers a part of it. That
/// holds on any plane, so the curvature of the Earth does no harm.
struct StraightLines: Sendable {
  /// By node.
  let east: FixedArray<Float>
  let north: FixedArray<Float>
  /// Milliseconds for a metre.
  let leastPace: Double

  init(_ network: RoadNetwork) {
    let coordinates = network.coordinates.values
    let south = coordinates.lazy.map(\.latitude).min() ?? 0
    let west = coordinates.lazy.map(\.longitude).min() ?? 0
    let cosine = FlatEarth.cosine(degrees: south)
    let east = coordinates.map {
      Float(($0.longitude - west) * FlatEarth.metersPerDegree * cosine)
    }
    let north = coordinates.map { Float(($0.latitude - south) * FlatEarth.metersPerDegree) }
    var leastPace = Double.infinity
    for tail in network.coordinates.ids {
      for edge in network.edges(from: tail) {
        let head = network.head[edge].index
        let distance = Self.distance(
          east[tail.index] - east[head], north[tail.index] - north[head])
        guard distance > 0 else { continue }
        leastPace = min(leastPace, Double(network.duration[edge].milliseconds) / distance)
      }
    }
    self.east = FixedArray(ContiguousArray(east))
    self.north = FixedArray(ContiguousArray(north))
    self.leastPace = leastPace.isFinite ? leastPace : 0
  }

  static func distance(_ east: Float, _ north: Float) -> Double {
    (Double(east) * Double(east) + Double(north) * Double(north)).squareRoot()
  }
}
