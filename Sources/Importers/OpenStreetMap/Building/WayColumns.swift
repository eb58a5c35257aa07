/// The ways of a file that vans or walkers may use, as columns by way.
struct WayColumns {
  private(set) var id: [Int64] = []
  /// Where each way's nodes begin; count = ways + 1.
  private(set) var firstNode: [Int] = [0]
  private(set) var nodes: [Int64] = []
  /// Where each way says that its nodes are; empty when no way does.
  private(set) var points: [OSMPoint?] = []
  private(set) var highway: [Highway] = []
  /// In km/h; 0 where vans may not drive.
  private(set) var forwardKmh: [Double] = []
  private(set) var backwardKmh: [Double] = []
  private(set) var walkClass: [WalkClass?] = []
  private(set) var name: [String] = []

  var count: Int { id.count }

  func nodes(of way: Int) -> ArraySlice<Int64> { nodes[firstNode[way]..<firstNode[way + 1]] }

  private func points(of way: Int) -> ArraySlice<OSMPoint?> {
    points.isEmpty ? [] : points[firstNode[way]..<firstNode[way + 1]]
  }

  /// Without points where the file leaves them to the nodes.
  mutating func add(
    _ id: Int64, nodes: some Collection<Int64>, points: some Collection<OSMPoint?>,
    highway: Highway, forwardKmh: Double, backwardKmh: Double, walkClass: WalkClass?, name: String
  ) {
    precondition(points.isEmpty || points.count == nodes.count, "points of other nodes")
    if !points.isEmpty {
      let without = self.nodes.count - self.points.count
      self.points += Array(repeating: nil, count: without)
      self.points += points
    } else if !self.points.isEmpty {
      self.points += Array(repeating: nil, count: nodes.count)
    }
    self.id.append(id)
    self.nodes.append(contentsOf: nodes)
    firstNode.append(self.nodes.count)
    self.highway.append(highway)
    self.forwardKmh.append(forwardKmh)
    self.backwardKmh.append(backwardKmh)
    self.walkClass.append(walkClass)
    self.name.append(name)
  }

  /// Some of the ways, in another order.
  func taking(_ ways: [Int]) -> WayColumns {
    if ways.elementsEqual(id.indices) { return self }
    var result = WayColumns()
    for way in ways {
      result.add(
        id[way], nodes: nodes(of: way), points: points(of: way), highway: highway[way],
        forwardKmh: forwardKmh[way], backwardKmh: backwardKmh[way], walkClass: walkClass[way],
        name: name[way])
    }
    return result
  }
}
