/// The second pass: where the nodes are, and whom they stop.
struct NodeCollector: OSMVisitor {
  private let area: ImportArea?
  private let barriers: BarrierRules
  private(set) var nodes: NodeColumns
  private var nodeCount = 0
  private var olderVersions = 0

  init(_ nodes: NodeColumns, _ options: ImportOptions) {
    self.nodes = nodes
    area = options.area
    barriers = BarrierRules(profile: options.profile)
  }

  mutating func node(_ node: OSMNode) {
    nodeCount += 1
    guard let position = nodes.position(of: node.id) else { return }
    if nodes.state[position].contains(.read) {
      olderVersions += 1
      let isLatest = OSMVersion.holds(node.version.number, over: nodes.version[position])
      guard isLatest else { return }
    }
    var state: NodeColumns.State = .read
    if barriers.stopsVans(node.tags) { state.insert(.stopsVans) }
    if barriers.stopsWalkers(node.tags) { state.insert(.stopsWalkers) }
    if barriers.areConditional(node.tags) { state.insert(.conditional) }
    set(position, node.version.isDeleted ? nil : node.point, state)
    nodes.note(node.version, of: position)
  }

  private mutating func set(_ position: Int, _ point: OSMPoint?, _ state: NodeColumns.State) {
    let isOutside = point.map { area?.contains($0.coordinate) == false } ?? false
    nodes.place(position, at: point, isOutside ? state.union(.outside) : state)
  }

  /// For nodes that the file only places in its ways; the way with the least id decides.
  mutating func placeNodes(of ways: WayColumns) {
    for (index, point) in ways.points.enumerated() {
      let position = Int(nodes.references[index])
      if let point, nodes.state[position].isEmpty { set(position, point, .placedByWay) }
    }
  }

  mutating func way(_ way: OSMWay) {}
  mutating func relation(_ relation: OSMRelation) {}

  func count(in summary: inout ImportSummary) {
    summary.nodesRead = nodeCount
    summary.olderVersions += olderVersions
    for (point, state) in zip(nodes.point, nodes.state) {
      if point == nil, state.contains(.read) { summary.deletedElements += 1 }
      if point != nil, state.contains(.conditional) { summary.conditionalBarriers += 1 }
      if state.contains(.placedByWay) { summary.nodesPlacedByWays += 1 }
    }
  }
}
