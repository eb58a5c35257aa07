import RoadNetwork

/// Makes the tables of the two networks from the ways and nodes of a file.
struct StreetTableBuilder {
  let ways: WayColumns
  let nodes: NodeColumns
  let longestMeters: Double?

  func roads(
    _ restrictions: [TurnRestriction], _ summary: inout ImportSummary.Network,
    _ counts: inout ImportSummary.Restrictions
  ) -> StreetTable {
    let classes = RoadClass.allCases
    let lanes = StreetSegments.Lanes(
      forwardKmh: ways.forwardKmh, backwardKmh: ways.backwardKmh,
      kind: ways.highway.map { UInt8(classes.firstIndex(of: $0.roadClass) ?? 0) })
    return table(lanes, stoppedAt: .stopsVans, &summary, restrictions, &counts)
  }

  func walks(_ profile: ImportProfile, _ summary: inout ImportSummary.Network) -> StreetTable {
    let speeds = ways.walkClass.map { walkClass -> Double in
      switch walkClass {
      case .street?, .path?: profile.walkingKmh
      case .steps?: profile.stepsKmh
      case nil: 0
      }
    }
    let kinds = ways.walkClass.map { walkClass in
      walkClass.flatMap { WalkClass.allCases.firstIndex(of: $0) } ?? 0
    }
    let lanes = StreetSegments.Lanes(
      forwardKmh: speeds, backwardKmh: speeds, kind: kinds.map { UInt8($0) })
    var none = ImportSummary.Restrictions()
    return table(lanes, stoppedAt: .stopsWalkers, &summary, [], &none)
  }

  private func table(
    _ lanes: StreetSegments.Lanes, stoppedAt barrier: NodeColumns.State,
    _ summary: inout ImportSummary.Network, _ restrictions: [TurnRestriction],
    _ counts: inout ImportSummary.Restrictions
  ) -> StreetTable {
    var segments = StreetSegments(ways, nodes, lanes: lanes, stoppedAt: barrier)
    let allMeters = segments.length.reduce(0, +)
    let components = StrongComponents(vertexCount: segments.vertexCount, arcs: arcs(of: segments))
    segments.keep(components.isInLargest)

    let vias = restrictions.map { nodes.position(of: $0.via).map { Int32($0) } }
    let chains = StreetChains(
      segments, anchors: vias.compactMap { $0 }, longestMeters: longestMeters ?? .infinity)
    var streets = StreetArcs(chains, of: segments)
    let resolver = TurnResolver(ways, segments, chains, vias: vias.compactMap { $0 })
    var turns: [StreetArcs.Turns] = []
    for (restriction, via) in zip(restrictions, vias) {
      switch via.map({ resolver.outcome(of: restriction, at: $0) }) ?? .withoutEffect {
      case .turns(let found):
        turns.append(found)
        counts.honoured += 1
      case .withoutEffect: counts.withoutEffect += 1
      case .ambiguous: counts.ambiguous += 1
      }
    }
    streets.split(turns)

    let table = StreetTable(streets, chains, segments, nodes)
    summary.nodes = table.keys.count
    summary.edges = table.edges.count
    summary.splitNodes = table.splitNodes
    summary.barriers = segments.barriers
    summary.incompletePieces = segments.incomplete
    summary.droppedParts = max(0, components.count - components.withoutArc - 1)
    let meters = metersByHighway(table)
    for (highway, meters) in zip(Highway.allCases, meters) where meters > 0 {
      summary.kmByHighway[highway.rawValue] = Self.km(meters)
    }
    summary.km = Self.km(meters.reduce(0, +))
    summary.droppedKm = Self.km(max(0, allMeters - meters.reduce(0, +)))
    return table
  }

  private func arcs(of segments: StreetSegments) -> [(tail: Int32, head: Int32)] {
    var arcs: [(tail: Int32, head: Int32)] = []
    arcs.reserveCapacity(2 * segments.count)
    for segment in 0..<segments.count {
      let (tail, head) = (segments.tail[segment], segments.head[segment])
      if segments.forwardKmh(segment) > 0 { arcs.append((tail, head)) }
      if segments.backwardKmh(segment) > 0 { arcs.append((head, tail)) }
    }
    return arcs
  }

  /// In the order of `Highway.allCases`.
  private func metersByHighway(_ table: StreetTable) -> [Double] {
    var position: [Highway: Int] = [:]
    for (index, highway) in Highway.allCases.enumerated() { position[highway] = index }
    var meters = [Double](repeating: 0, count: Highway.allCases.count)
    var isCounted = [Bool](repeating: false, count: table.chains.chains.count)
    for edge in table.edges where !isCounted[Int(edge.chain)] {
      isCounted[Int(edge.chain)] = true
      for piece in table.pieces(of: Int(edge.chain)) {
        meters[position[ways.highway[piece.way]] ?? 0] += table.segments.length[piece.segment]
      }
    }
    return meters
  }

  /// To the metre.
  private static func km(_ meters: Double) -> Double { meters.rounded() / 1000 }
}
