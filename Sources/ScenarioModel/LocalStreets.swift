import Mobility
import RoadNetwork

/// The streets of blocks and villages: grids with jitter, gaps and cul-de-sacs, tied to the roads
/// around them by few accesses.
struct LocalStreets {
  private(set) var graph: StreetGraph
  /// The block or village of each junction made here, in order.
  private(set) var owners: [(node: Int, site: Int)] = []
  /// Blocks first, then villages.
  private let sites: [Site]
  private let valleys: [TownChain]
  private let rules: TownRules.Streets
  private let random: CounterRandom
  /// Roads that streets may not cross, and junctions that they may end at.
  private let barriers: [PlaneSegment]
  private let anchors: [Int]

  struct Site {
    let center: PlanePoint
    let radius: Double
    /// Sites of one group share the direction of their streets.
    let group: Int
    let isVillage: Bool
  }

  /// Streets keep this far from the middle of other roads, and reach this far to join one, in metres.
  private static let roadside = 38.0
  private static let reaches = [150.0, 300, 600]
  private static let accessSpacing = 160.0

  init(
    on graph: StreetGraph, sites: [Site], valleys: [TownChain], rules: TownRules.Streets,
    random: CounterRandom
  ) {
    self.graph = graph
    self.sites = sites
    self.valleys = valleys
    self.rules = rules
    self.random = random
    barriers = graph.links.map(graph.segment)
    var onTrunk = [Bool](repeating: false, count: graph.points.count)
    for link in graph.links where link.roadClass == .trunk {
      onTrunk[link.from] = true
      onTrunk[link.to] = true
    }
    anchors = graph.points.indices.filter { !onTrunk[$0] }
    let groups = (sites.map(\.group).max() ?? -1) + 1
    for group in 0..<groups { addGrid(of: group) }
    addAccesses()
  }

  private struct Cell: Hashable {
    let along: Int
    let across: Int
  }

  /// A junction of a grid.
  private struct Corner {
    let cell: Cell
    let node: Int
    let site: Int
  }

  private mutating func addGrid(of group: Int) {
    let members = sites.indices.filter { sites[$0].group == group }
    guard let first = members.first else { return }
    let random = random[group]
    // A direction from 0 to 45 degrees, by its slope.
    let slope = random[0].uniform
    let tilt = PlanePoint(x: 1, y: slope)
    let along = 1 / tilt.length * tilt
    let reach = members.map {
      sites[$0].radius + sites[$0].center.distance(to: sites[first].center)
    }
    let size = reach.max() ?? 0
    let columns = Int(size / Double(rules.spacingAlong.count)) + 1
    let rows = Int(size / Double(rules.spacingAcross.count)) + 1
    var corners: [Corner] = []
    for column in -columns...columns {
      for row in -rows...rows {
        let cell = Cell(along: column, across: row)
        let random = random[1][column][row]
        let jitter = Double(rules.jitter.count)
        let east = Double(column * Int(rules.spacingAlong.count))
        let north = Double(row * Int(rules.spacingAcross.count))
        let point =
          sites[first].center + (east + jitter * (2 * random[0].uniform - 1)) * along
          + (north + jitter * (2 * random[1].uniform - 1)) * along.left
        guard let site = site(of: point), sites[site].group == group else { continue }
        let node = graph.addPoint(point)
        owners.append((node, site))
        corners.append(Corner(cell: cell, node: node, site: site))
      }
    }
    addStreets(between: corners, random[2])
  }

  /// The site that builds on this ground, if any does.
  private func site(of point: PlanePoint) -> Int? {
    var nearest: Int?
    var shortest = Double.infinity
    for (site, candidate) in sites.enumerated() {
      let distance = candidate.center.distance(to: point)
      guard distance < shortest else { continue }
      nearest = site
      shortest = distance
    }
    guard let nearest, shortest <= sites[nearest].radius,
      !barriers.contains(where: { $0.distance(to: point) < Self.roadside })
    else { return nil }
    let side = Double(rules.valleySide.count)
    let isTooLow =
      !sites[nearest].isVillage && valleys.contains { $0.distance(to: point) < side }
    return isTooLow ? nil : nearest
  }

  /// A spanning forest of the grid, and some of the streets that close loops.
  private mutating func addStreets(
    between corners: [Corner], _ random: CounterRandom
  ) {
    struct Street {
      let from: Int
      let to: Int
      let order: UInt64
      let isInBlock: Bool
      let isKept: Bool
    }
    var streets: [Street] = []
    let byCell = Dictionary(uniqueKeysWithValues: corners.map { ($0.cell, $0) })
    for corner in corners {
      let cell = corner.cell
      let ways = [
        (Cell(along: cell.along + 1, across: cell.across), rules.shareAlong),
        (Cell(along: cell.along, across: cell.across + 1), rules.shareAcross),
      ]
      for (way, (next, share)) in ways.enumerated() {
        guard let other = byCell[next] else { continue }
        let isInBlock = other.site == corner.site
        let line = PlaneSegment(from: graph.points[corner.node], to: graph.points[other.node])
        guard !barriers.contains(where: { $0.crossing(line) != nil }) else { continue }
        let random = random[way][cell.along][cell.across]
        streets.append(
          Street(
            from: corner.node, to: other.node, order: random[0].bits, isInBlock: isInBlock,
            isKept: random[1].uniform < (isInBlock ? share : rules.shareBetween)))
      }
    }
    streets.sort { ($0.order, $0.from, $0.to) < ($1.order, $1.from, $1.to) }
    var sets = DisjointSets(count: graph.points.count)
    for street in streets {
      guard street.isKept || (street.isInBlock && sets.areApart(street.from, street.to)) else {
        continue
      }
      sets.unite(street.from, street.to)
      graph.addLink(from: street.from, to: street.to, .local)
    }
  }

  /// Joins each connected piece of streets to the roads around it, the shortest ways first.
  private mutating func addAccesses() {
    var sets = DisjointSets(count: graph.points.count)
    for link in graph.links where link.roadClass == .local { sets.unite(link.from, link.to) }
    var pieces: [[Int]] = []
    var positions = [Int?](repeating: nil, count: graph.points.count)
    for (node, _) in owners {
      let root = sets.root(of: node)
      if let position = positions[root] {
        pieces[position].append(node)
      } else {
        positions[root] = pieces.count
        pieces.append([node])
      }
    }
    for piece in pieces {
      let wanted = 1 + piece.count / rules.junctionsPerAccess
      for reach in Self.reaches where addAccesses(of: piece, wanted: wanted, reach: reach) { break }
    }
  }

  /// Whether there is at least one.
  private mutating func addAccesses(of piece: [Int], wanted: Int, reach: Double) -> Bool {
    var ways: [(from: Int, to: Int, length: Double)] = []
    for from in piece {
      for to in anchors {
        let length = graph.points[from].distance(to: graph.points[to])
        if length <= reach { ways.append((from, to, length)) }
      }
    }
    ways.sort { ($0.length, $0.from, $0.to) < ($1.length, $1.from, $1.to) }
    var taken: [PlanePoint] = []
    for way in ways where taken.count < wanted {
      let line = PlaneSegment(from: graph.points[way.from], to: graph.points[way.to])
      guard !taken.contains(where: { $0.distance(to: line.to) < Self.accessSpacing }),
        isClear(line)
      else { continue }
      graph.addLink(from: way.from, to: way.to, .local)
      taken.append(line.to)
    }
    return !taken.isEmpty
  }

  /// Whether a street can run here without crossing a road; it ends at one.
  private func isClear(_ line: PlaneSegment) -> Bool {
    let short = PlaneSegment(from: line.from, to: line.from + 0.98 * (line.to - line.from))
    return !barriers.contains { $0.crossing(short) != nil }
  }
}
