import Mobility
import RoadNetwork

extension SyntheticTown {
  /// Makes a town by the rules: main roads through the plan's points, a loop road in each
  /// neighbourhood, streets around each block.
  ///
  /// The same plan and rules give the same town on every machine. What cannot reach the rest, and be
  /// reached from it, is left out.
  public init(_ plan: TownPlan, rules: TownRules) {
    let count = Double(plan.blocks.count)
    let plane = LocalPlane(
      origin: Coordinate(
        latitude: plan.blocks.reduce(0) { $0 + $1.point.latitude } / count,
        longitude: plan.blocks.reduce(0) { $0 + $1.point.longitude } / count))
    let mainRoads = MainRoads(plan, rules: rules.links, plane: plane)
    let streets = LocalStreets(
      on: mainRoads.graph(), sites: Self.sites(of: plan, rules: rules.streets, plane: plane),
      valleys: mainRoads.valleys, rules: rules.streets,
      random: CounterRandom(seed: rules.seed))
    self.init(streets, plan: plan, rules: rules, plane: plane)
  }

  /// How many distances from corners of street grids to blocks and villages are looked at: most of
  /// what a town takes to make.
  public static func gridDistances(_ plan: TownPlan, rules: TownRules) -> Double {
    guard let first = plan.blocks.first else { return 0 }
    let sites = sites(
      of: plan, rules: rules.streets, plane: LocalPlane(origin: first.point))
    var reaches: [(center: PlanePoint, reach: Double)] = []
    for site in sites {
      if site.group == reaches.count { reaches.append((site.center, 0)) }
      let reach = site.radius + site.center.distance(to: reaches[site.group].center)
      reaches[site.group].reach = max(reaches[site.group].reach, reach)
    }
    let corners = reaches.reduce(0) { sum, group in
      sum + (2 * group.reach / Double(rules.streets.spacingAlong.count) + 3)
        * (2 * group.reach / Double(rules.streets.spacingAcross.count) + 3)
    }
    return corners * Double(sites.count)
  }

  private static func sites(
    of plan: TownPlan, rules: TownRules.Streets, plane: LocalPlane
  ) -> [LocalStreets.Site] {
    var groups: [String] = []
    let blocks = plan.blocks.map { block in
      let group = groups.firstIndex(of: block.neighbourhood) ?? groups.count
      if group == groups.count { groups.append(block.neighbourhood) }
      let radius =
        Double(rules.smallestRadius.count)
        + rules.metersPerRootResident * block.population.squareRoot()
      return LocalStreets.Site(
        center: plane.point(block.point), radius: radius, group: group, isVillage: false)
    }
    let villages = plan.villages.enumerated().map { number, point in
      LocalStreets.Site(
        center: plane.point(point), radius: Double(rules.villageRadius.count),
        group: groups.count + number, isVillage: true)
    }
    return blocks + villages
  }

  private init(_ streets: LocalStreets, plan: TownPlan, rules: TownRules, plane: LocalPlane) {
    let graph = streets.graph
    var ids = [NodeID?](repeating: nil, count: graph.points.count)
    var coordinates: [Coordinate] = []
    for node in Self.connected(graph) {
      ids[node] = NodeID(coordinates.count)
      coordinates.append(plane.coordinate(graph.points[node]).rounded)
    }
    var highest = [RoadClass?](repeating: nil, count: graph.points.count)
    for link in graph.links {
      for end in [link.from, link.to] {
        let other = highest[end] ?? .local
        highest[end] = link.roadClass.rank < other.rank ? link.roadClass : other
      }
    }
    func road(_ from: Int, _ to: Int, _ link: StreetGraph.Link) -> RoadNetwork.Road? {
      guard let tail = ids[from], let head = ids[to] else { return nil }
      let meters = max(1, graph.segment(link).length.rounded())
      let delay = graph.degrees[to] > 2 ? rules.paces[highest[to] ?? .local].junctionDelay : .zero
      let driving = (meters * 3600 / rules.paces[link.roadClass].speedKmh).rounded()
      return RoadNetwork.Road(
        from: tail, to: head,
        duration: TimeSpan(milliseconds: max(1, Int32(driving))) + delay,
        length: Meters(Int32(meters)), roadClass: link.roadClass)
    }
    let roads = graph.links.flatMap { link in
      [
        road(link.from, link.to, link),
        link.isOneWay ? nil : road(link.to, link.from, link),
      ].compactMap(\.self)
    }
    let homes = streets.owners.filter { $0.site < plan.blocks.count && ids[$0.node] != nil }
    var junctions = [Int](repeating: 0, count: plan.blocks.count)
    for (_, block) in homes { junctions[block] += 1 }
    self.init(
      coordinates: Column(coordinates),
      roads: roads.sorted { ($0.tail, $0.head, $0.duration) < ($1.tail, $1.head, $1.duration) },
      homes: homes.compactMap { node, block in
        ids[node].map {
          Homes(
            node: $0, block: block,
            residents: plan.blocks[block].population / Double(junctions[block]))
        }
      })
  }

  /// The junctions that the first one reaches and is reached from, in order.
  private static func connected(_ graph: StreetGraph) -> [Int] {
    func reached(_ neighbours: [[Int]]) -> [Bool] {
      var isReached = [Bool](repeating: false, count: graph.points.count)
      var open = [0]
      isReached[0] = true
      while let node = open.popLast() {
        for next in neighbours[node] where !isReached[next] {
          isReached[next] = true
          open.append(next)
        }
      }
      return isReached
    }
    var ahead = [[Int]](repeating: [], count: graph.points.count)
    var back = ahead
    for link in graph.links {
      ahead[link.from].append(link.to)
      back[link.to].append(link.from)
      guard !link.isOneWay else { continue }
      ahead[link.to].append(link.from)
      back[link.from].append(link.to)
    }
    let (out, home) = (reached(ahead), reached(back))
    return graph.points.indices.filter { out[$0] && home[$0] }
  }
}

extension Coordinate {
  /// To a millionth of a degree, about 0.1 m.
  fileprivate var rounded: Coordinate {
    Coordinate(
      latitude: (latitude * 1e6).rounded() / 1e6, longitude: (longitude * 1e6).rounded() / 1e6)
  }
}

extension RoadClass {
  /// From the greatest importance, 0, to the least.
  fileprivate var rank: Int {
    switch self {
    case .trunk: 0
    case .primary: 1
    case .collector: 2
    case .local: 3
    }
  }
}

extension TownRules.Paces {
  fileprivate subscript(roadClass: RoadClass) -> TownRules.Pace {
    switch roadClass {
    case .trunk: trunk
    case .primary: primary
    case .collector: collector
    case .local: local
    }
  }
}
