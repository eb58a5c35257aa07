/// The ways of a file that vans or walkers may use, as columns by way.
struct WayColumns {
  private(set) var id: [Int64] = []
  /// Where each way's nodes begin; count = ways + 1.
  private(set) var firstNode: [Int] = [0]
  private(set) var nodes: [Int64] = []
  private(set) var highway: [Highway] = []
  /// In km/h; 0 where vans may not drive.
  private(set) var forwardKmh: [Double] = []
  private(set) var backwardKmh: [Double] = []
  private(set) var walkClass: [WalkClass?] = []
  private(set) var name: [String] = []

  var count: Int { id.count }

  func nodes(of way: Int) -> ArraySlice<Int64> { nodes[firstNode[way]..<firstNode[way + 1]] }

  mutating func add(
    _ id: Int64, nodes: some Sequence<Int64>, highway: Highway, forwardKmh: Double,
    backwardKmh: Double, walkClass: WalkClass?, name: String
  ) {
    self.id.append(id)
    self.nodes.append(contentsOf: nodes)
    firstNode.append(self.nodes.count)
    self.highway.append(highway)
    self.forwardKmh.append(forwardKmh)
    self.backwardKmh.append(backwardKmh)
    self.walkClass.append(walkClass)
    self.name.append(name)
  }

  /// In the order of ids, each once, so that the order of the file does not matter.
  func sorted() -> WayColumns {
    if zip(id, id.dropFirst()).allSatisfy({ $0 < $1 }) { return self }
    var result = WayColumns()
    let order = id.indices.sorted { (id[$0], $0) < (id[$1], $1) }
    for way in order where result.id.last != id[way] {
      result.add(
        id[way], nodes: nodes(of: way), highway: highway[way], forwardKmh: forwardKmh[way],
        backwardKmh: backwardKmh[way], walkClass: walkClass[way], name: name[way])
    }
    return result
  }
}
