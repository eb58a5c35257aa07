/// The second pass: where the nodes are, and whom they stop.
struct NodeCollector: OSMVisitor {
  let area: ImportArea?
  private(set) var nodes: NodeColumns
  private(set) var nodeCount = 0

  init(_ nodes: NodeColumns, area: ImportArea?) {
    self.nodes = nodes
    self.area = area
  }

  mutating func node(_ id: Int64, at point: OSMPoint, tags: OSMTags) {
    nodeCount += 1
    guard let position = nodes.position(of: id) else { return }
    var state: NodeColumns.State = []
    if BarrierRules.stopsVans(tags) { state.insert(.stopsVans) }
    if BarrierRules.stopsWalkers(tags) { state.insert(.stopsWalkers) }
    if area?.contains(point.coordinate) == false { state.insert(.outside) }
    nodes.place(position, at: point, state)
  }

  mutating func way(_ id: Int64, nodes: [Int64], tags: OSMTags) {}
  mutating func relation(_ id: Int64, members: [OSMMember], tags: OSMTags) {}
}
