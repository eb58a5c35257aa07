import Mobility
import RoadNetwork

/// The roads above local streets: main roads through the plan's points, frontage roads, a loop in
/// each neighbourhood, and the links between these.
struct MainRoads {
  private(set) var chains: [TownChain] = []
  private(set) var valleys: [TownChain] = []
  /// Where two chains share a junction, in metres along each.
  private var joints: [(a: Joint, b: Joint)] = []
  private let plan: TownPlan
  private let rules: TownRules.Links
  private let plane: LocalPlane

  struct Joint: Hashable {
    let chain: Int
    let arc: Double
  }

  /// Between the junctions of a road, and how near two of them may be, in metres.
  private static let spacing = 85.0
  private static let narrowest = 30.0

  init(_ plan: TownPlan, rules: TownRules.Links, plane: LocalPlane) {
    self.plan = plan
    self.rules = rules
    self.plane = plane
    addCourses()
    valleys = zip(plan.courses, chains).filter(\.0.isValley).map(\.1)
    addFrontages()
    let mainRoads = chains.indices.filter { !chains[$0].isGradeSeparated }
    let loops = addLoops()
    addGates(from: loops.map(\.chain), to: mainRoads)
    addLinks(between: loops)
  }

  private mutating func addCourses() {
    for course in plan.courses {
      chains.append(
        TownChain(
          name: course.name, roadClass: course.roadClass,
          isGradeSeparated: course.roadClass == .trunk, through: course.points.map(plane.point)))
      if chains[chains.count - 1].isClosed { close(chains.count - 1) }
    }
  }

  /// Traffic keeps left: the frontage road on the left runs with the course, the other against it.
  private mutating func addFrontages() {
    guard let course = chains.firstIndex(where: { $0.name == rules.frontageCourse }) else { return }
    let main = chains[course]
    let stations = plan.destinations.filter { $0.category == "station" }
      .map { main.arc(nearest: plane.point($0.point)) }
    guard let first = stations.min(), let last = stations.max() else { return }
    let reach = Double(rules.frontageReach.count)
    let from = max(first - reach, 0)
    let to = min(last + reach, main.length)
    let offset = Double(rules.frontageOffset.count)
    let left = main.parallel(from: from, to: to, leftBy: offset)
    let right = main.parallel(from: from, to: to, leftBy: -offset)
    let sides = [left, right.reversed()].map { corners in
      chains.append(
        TownChain(
          name: "frontage", roadClass: .primary, isOneWay: true, through: Array(corners)))
      return chains.count - 1
    }
    let ramps = max(1, Int(((to - from) / Double(rules.rampSpacing.count)).rounded()))
    for ramp in 0...ramps {
      let arc = from + (to - from) * Double(ramp) / Double(ramps)
      for side in sides {
        join(course, at: arc, with: side, at: chains[side].arc(nearest: main.point(at: arc)))
      }
    }
  }

  private mutating func addLoops() -> [(chain: Int, district: String)] {
    var names: [String] = []
    for block in plan.blocks where !names.contains(block.neighbourhood) {
      names.append(block.neighbourhood)
    }
    return names.map { name in
      let blocks = plan.blocks.filter { $0.neighbourhood == name }
      let points = blocks.map { plane.point($0.point) }
      let ring = Self.ring(through: points)
      let isThin = Self.area(of: ring) < Self.thinnest * Self.squaredLength(of: ring)
      let corners = isThin ? Self.spine(through: points) : ring + ring.prefix(1)
      chains.append(TownChain(name: name, roadClass: .collector, through: corners))
      if !isThin { close(chains.count - 1) }
      return (chains.count - 1, blocks[0].district)
    }
  }

  /// Neighbourhoods whose blocks lie in a row have one road along them instead of a loop; a circle
  /// has 0.08.
  private static let thinnest = 0.025

  private static func ring(through points: [PlanePoint]) -> [PlanePoint] {
    let sum = points.reduce(PlanePoint(x: 0, y: 0), +)
    let center = 1 / Double(points.count) * sum
    return points.sorted { turn($0 - center) < turn($1 - center) }
  }

  /// In the order of the line through the two points farthest apart.
  private static func spine(through points: [PlanePoint]) -> [PlanePoint] {
    var way = PlanePoint(x: 0, y: 0)
    for a in points {
      for b in points where (b - a).length > way.length { way = b - a }
    }
    return points.sorted { way.dot($0) < way.dot($1) }
  }

  private static func area(of ring: [PlanePoint]) -> Double {
    let doubled = zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.cross($1.1) }
    return abs(doubled) / 2
  }

  private static func squaredLength(of ring: [PlanePoint]) -> Double {
    let length = zip(ring, ring.dropFirst() + ring.prefix(1))
      .reduce(0) { $0 + $1.0.distance(to: $1.1) }
    return length * length
  }

  /// Grows with the angle of a direction, from 0 in the east to 4 all the way round.
  private static func turn(_ way: PlanePoint) -> Double {
    guard way.length > 0 else { return 0 }
    let slope = way.x / (abs(way.x) + abs(way.y))
    return way.y >= 0 ? 1 - slope : 3 + slope
  }

  private mutating func addGates(from loops: [Int], to mainRoads: [Int]) {
    for loop in loops {
      let ways = mainRoads.map { (road: $0, way: chains[loop].nearest(chains[$0])) }
        .filter { $0.way.distance < Double(rules.longestGate.count) }
        .sorted { ($0.way.distance, $0.road) < ($1.way.distance, $1.road) }
      // A loop that meets a road anyhow gets its junctions where they cross.
      for (road, way) in ways.prefix(rules.gates) where way.distance > TownChain.step {
        join(loop, at: way.own, with: road, at: way.others)
      }
    }
  }

  private mutating func addLinks(between loops: [(chain: Int, district: String)]) {
    for (position, a) in loops.enumerated() {
      for b in loops[..<position] where a.district == b.district {
        let way = chains[a.chain].nearest(chains[b.chain])
        let line = PlaneSegment(
          from: chains[a.chain].point(at: way.own), to: chains[b.chain].point(at: way.others))
        guard way.distance > TownChain.step,
          way.distance < Double(rules.longestNeighbourLink.count),
          !valleys.contains(where: { $0.crosses(line) })
        else { continue }
        join(a.chain, at: way.own, with: b.chain, at: way.others)
      }
    }
  }

  private mutating func close(_ chain: Int) {
    joints.append((Joint(chain: chain, arc: 0), Joint(chain: chain, arc: chains[chain].length)))
  }

  /// A short road from one chain to another.
  private mutating func join(_ a: Int, at arcA: Double, with b: Int, at arcB: Double) {
    let from = chains[a].point(at: arcA)
    let to = chains[b].point(at: arcB)
    guard from.distance(to: to) >= TownChain.step else {
      joints.append((Joint(chain: a, arc: arcA), Joint(chain: b, arc: arcB)))
      return
    }
    let isRamp = chains[a].isGradeSeparated
    let link = chains.count
    // A slight bend, as a road up a slope has.
    let bend = isRamp || from.distance(to: to) < 150 ? 0 : 0.1
    let middle = 0.5 * (from + to) + bend * (to - from).left
    chains.append(
      TownChain(
        name: "link", roadClass: isRamp ? .primary : .collector, through: [from, middle, to]))
    joints.append((Joint(chain: a, arc: arcA), Joint(chain: link, arc: 0)))
    joints.append((Joint(chain: link, arc: chains[link].length), Joint(chain: b, arc: arcB)))
  }

  /// The junctions and roads of all chains.
  func graph() -> StreetGraph {
    var cuts: [Joint] = []
    for chain in chains.indices {
      cuts += [Joint(chain: chain, arc: 0), Joint(chain: chain, arc: chains[chain].length)]
    }
    var pairs: [(Int, Int)] = []
    for joint in joints + crossings() {
      pairs.append((cuts.count, cuts.count + 1))
      cuts += [joint.a, joint.b]
    }
    let byChain = chains.indices.map { chain in
      cuts.indices.filter { cuts[$0].chain == chain }
        .sorted { (cuts[$0].arc, $0) < (cuts[$1].arc, $1) }
    }
    var sets = DisjointSets(count: cuts.count)
    for (a, b) in pairs { sets.unite(a, b) }
    for ordered in byChain {
      for (a, b) in zip(ordered, ordered.dropFirst())
      where cuts[b].arc - cuts[a].arc < Self.narrowest {
        sets.unite(a, b)
      }
    }
    var graph = StreetGraph()
    var nodes = [Int?](repeating: nil, count: cuts.count)
    for cut in cuts.indices where sets.root(of: cut) == cut {
      nodes[cut] = graph.addPoint(chains[cuts[cut].chain].point(at: cuts[cut].arc))
    }
    for (chain, ordered) in zip(chains, byChain) {
      for (a, b) in zip(ordered, ordered.dropFirst()) {
        guard let from = nodes[sets.root(of: a)], let to = nodes[sets.root(of: b)], from != to
        else { continue }
        graph.add(chain, from: (from, cuts[a].arc), to: (to, cuts[b].arc), spacing: Self.spacing)
      }
    }
    return graph
  }

  /// Where roads on the ground cross.
  private func crossings() -> [(a: Joint, b: Joint)] {
    let ground = chains.indices.filter { !chains[$0].isGradeSeparated }
    let segments = chains.map(\.segments)
    var crossings: [(a: Joint, b: Joint)] = []
    for a in ground {
      for b in ground where b < a {
        for (i, own) in segments[a].enumerated() {
          for (j, other) in segments[b].enumerated() {
            guard abs(own.from.x - other.from.x) < 2 * TownChain.step + 10,
              let shares = own.crossing(other)
            else { continue }
            crossings.append(
              (
                Joint(chain: a, arc: chains[a].arcs[i] + shares.own * own.length),
                Joint(chain: b, arc: chains[b].arcs[j] + shares.others * other.length)
              ))
          }
        }
      }
    }
    return crossings
  }
}

extension StreetGraph {
  /// The piece of a chain between two junctions, with more junctions in between.
  fileprivate mutating func add(
    _ chain: TownChain, from: (node: Int, arc: Double), to: (node: Int, arc: Double),
    spacing: Double
  ) {
    let count = max(1, Int(((to.arc - from.arc) / spacing).rounded()))
    var last = from.node
    for piece in 1...count {
      let arc = from.arc + (to.arc - from.arc) * Double(piece) / Double(count)
      let next = piece == count ? to.node : addPoint(chain.point(at: arc))
      addLink(from: last, to: next, chain.roadClass, isOneWay: chain.isOneWay)
      last = next
    }
  }
}
