/// The nodes that a vehicle serves between start and end, with what they cost.
struct DialARideRoute: SearchRoute {
  let nodes: ContiguousArray<Int>
  let cost: Double
  /// The same for the same nodes in the same order, and as good as never for others.
  let key: UInt64

  init(_ nodes: ContiguousArray<Int>, in tables: DialARideTables) {
    self.nodes = nodes
    var cost = 0.0
    var last = 0
    var key: UInt64 = 0
    for node in nodes {
      cost += tables.distance(last, node)
      key = Self.mix(key ^ UInt64(node))
      last = node
    }
    self.cost = nodes.isEmpty ? 0 : cost + tables.distance(last, tables.end)
    self.key = key
  }

  var isEmpty: Bool { nodes.isEmpty }
}
