import Mobility

extension TravelTimesIndex {
  /// Pairs of places that are looked at for each place of several nodes, at most.
  private static let mostPairs = 1_000_000

  /// Whether no way over a place in between is shorter than the way without it; `false` also where
  /// finding out would take too long.
  var keepsTriangle: Bool {
    let split = places.given.ids.filter { places.given[$0].nodes.count > 1 }
    guard !split.isEmpty else { return true }
    let origins: Int
    switch table {
    case .rows: origins = places.count
    // Each question takes a merge of labels: turning points are too many.
    case .labels where places.turningPoints != .none: return false
    case .labels: origins = places.given.count
    }
    guard origins * places.given.count <= Self.mostPairs else { return false }
    return (0..<origins).allSatisfy { origin in
      let origin = PlaceID(origin)
      return split.allSatisfy { between in
        let first = weight(from: origin, to: between)
        return places.given.ids.allSatisfy { destination in
          weight(from: origin, to: destination)
            <= first + weight(from: between, to: destination)
        }
      }
    }
  }
}
