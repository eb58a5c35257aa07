public import Mobility
import RoadNetwork

/// A stop that a rule put somewhere, and why.
public struct SitedStop: Hashable, Sendable {
  public let key: String
  public let name: String
  public let latinName: String
  /// The category of the destination, or `residential`.
  public let kind: String
  public let node: NodeID

  public init(key: String, name: String, latinName: String, kind: String, node: NodeID) {
    self.key = key
    self.name = name
    self.latinName = latinName
    self.kind = kind
    self.node = node
  }
}

extension SyntheticTown {
  /// Stops by rule: at destinations first, category by category, then where they bring the most
  /// residents within a walk of any stop.
  ///
  /// The second part is the greedy solution of the maximal covering location problem over the
  /// junctions of served blocks; the lower node wins ties. No two stops share a junction, and none
  /// is on a trunk road. Fewer than `rules.count` where all residents are covered before.
  /// - SeeAlso: Church, ReVelle (1974), "The maximal covering location problem", Papers of the
  ///   Regional Science Association 32, 101–118, doi:10.1007/BF01942293.
  public func stops(for plan: TownPlan, rules: TownRules.Siting) -> [SitedStop] {
    var stops = stopsAtDestinations(of: plan, rules: rules)
    let served = homes.filter { plan.blocks[$0.block].isServed }
    guard let first = served.first else { return stops }
    let plane = LocalPlane(origin: coordinates[first.node])
    let reach = Double(rules.walk.count) * 1000 / Double(rules.detourThousandths)
    let points = served.map { plane.point(coordinates[$0.node]) }
    var isCovered = points.map { home in
      stops.contains { plane.point(coordinates[$0.node]).distance(to: home) <= reach }
    }
    let covered = points.map { site in
      points.indices.filter { site.distance(to: points[$0]) <= reach }
    }
    var stopsOfBlock = [Int](repeating: 0, count: plan.blocks.count)
    while stops.count < rules.count {
      var best: (site: Int, residents: Double)?
      // A junction that is a stop already would bring nobody, and is never the best.
      for site in served.indices {
        let residents = covered[site].reduce(0.0) { sum, home in
          isCovered[home] ? sum : sum + served[home].residents
        }
        if residents > best?.residents ?? 0 { best = (site, residents) }
      }
      guard let best else { break }
      let home = served[best.site]
      for home in covered[best.site] { isCovered[home] = true }
      stopsOfBlock[home.block] += 1
      stops.append(
        Self.stop(in: plan.blocks[home.block], number: stopsOfBlock[home.block], at: home.node))
    }
    return stops
  }

  private func stopsAtDestinations(
    of plan: TownPlan, rules: TownRules.Siting
  ) -> [SitedStop] {
    var isFree = [Bool](repeating: true, count: coordinates.count)
    for road in roads where road.roadClass == .trunk {
      isFree[road.tail.index] = false
      isFree[road.head.index] = false
    }
    var sited: [TownPlan.Destination] = []
    var stops: [SitedStop] = []
    for category in rules.categories {
      for destination in plan.destinations
      where destination.category == category && destination.isServed {
        guard stops.count < rules.count,
          !sited.contains(where: {
            $0.point.distance(to: destination.point) < Double(rules.spacing.count)
          }), let node = nearest(to: destination.point, where: isFree)
        else { continue }
        isFree[node.index] = false
        sited.append(destination)
        stops.append(
          SitedStop(
            key: destination.key, name: destination.name, latinName: destination.latinName,
            kind: category, node: node))
      }
    }
    return stops
  }

  private func nearest(to point: Coordinate, where isFree: [Bool]) -> NodeID? {
    var best: (node: NodeID, distance: Double)?
    for node in coordinates.ids where isFree[node.index] {
      let distance = coordinates[node].distance(to: point)
      if distance < best?.distance ?? .infinity { best = (node, distance) }
    }
    return best?.node
  }

  private static func stop(in block: TownPlan.Block, number: Int, at node: NodeID) -> SitedStop {
    let suffix = number == 1 ? "" : String(number)
    return SitedStop(
      key: block.key + (suffix.isEmpty ? "" : "-" + suffix),
      name: block.name + (suffix.isEmpty ? "" : " 第" + suffix),
      latinName: block.latinName + (suffix.isEmpty ? "" : ", stop " + suffix),
      kind: "residential", node: node)
  }
}
