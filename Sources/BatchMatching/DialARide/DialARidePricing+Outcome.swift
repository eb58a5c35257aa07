extension DialARidePricing {
  struct Outcome {
    /// Routes of negative reduced cost, or below the margin, the least first.
    var routes: [(reducedCost: Double, nodes: ContiguousArray<Int>)]
    /// The least reduced cost of all routes; `nil` where the limit of labels was reached.
    var least: Double?
    var labels: Int
  }

  /// What routes are priced by.
  struct Prices {
    /// What serving each request is worth, by node of its pickup.
    var requests: [Double]
    /// What a route costs beside its distance.
    var route: Double
    /// What every second request of a cut costs.
    var cuts: [(requests: RequestBits, price: Double)] = []
  }

  /// All routes, or none where there are more than `most`.
  func all(
    _ ends: [(reducedCost: Double, label: Int)], most: Int
  ) -> [(reducedCost: Double, nodes: ContiguousArray<Int>)] {
    ends.count > most ? [] : ends.map { ($0.reducedCost, labels.path(to: $0.label)) }
  }

  /// The best routes such that each request is in a few of them only.
  func diverse(
    _ ends: [(reducedCost: Double, label: Int)], most: Int
  ) -> [(reducedCost: Double, nodes: ContiguousArray<Int>)] {
    let ranked = ends.sorted { ($0.reducedCost, $0.label) < ($1.reducedCost, $1.label) }
    var uses = Array(repeating: 0, count: tables.requestCount + 1)
    var chosen: [(reducedCost: Double, nodes: ContiguousArray<Int>)] = []
    for (reducedCost, label) in ranked where chosen.count < most {
      let nodes = labels.path(to: label)
      let pickups = nodes.filter { tables.isPickup($0) }
      guard pickups.contains(where: { uses[$0] < Self.mostUses }) else { continue }
      for pickup in pickups { uses[pickup] += 1 }
      chosen.append((reducedCost, nodes))
    }
    return chosen
  }

  private static var mostUses: Int { 4 }
}
