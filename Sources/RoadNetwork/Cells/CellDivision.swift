import Mobility

/// Squares over the nodes of a network; only those that have nodes count.
struct CellDivision {
  /// Numbered in the order in which the nodes meet them.
  let cell: Column<Node, Int32>
  let count: Int

  /// As small as they can be while there are at most `most` with nodes.
  init(_ network: RoadNetwork, atMost most: Int) {
    var squares = max(1, Int(Double(most).squareRoot()))
    self.init(network, along: squares)
    while squares < most {
      squares += max(1, squares / 8)
      let finer = Self(network, along: squares)
      guard finer.count <= most else { return }
      self = finer
    }
  }

  /// So many squares along the longer side of the box around all nodes.
  private init(_ network: RoadNetwork, along squares: Int) {
    let points = network.coordinates.values
    let latitudes = points.map(\.latitude)
    let longitudes = points.map(\.longitude)
    let south = latitudes.min() ?? 0
    let west = longitudes.min() ?? 0
    let height = (latitudes.max() ?? 0) - south
    let cosine = FlatEarth.cosine(degrees: south + height / 2)
    let width = ((longitudes.max() ?? 0) - west) * cosine
    let side = max(width, height) / Double(squares)
    func square(_ offset: Double) -> Int {
      side > 0 ? min(Int(offset / side), squares - 1) : 0
    }
    var number = ContiguousArray<Int32?>(repeating: nil, count: squares * squares)
    var count = 0
    cell = Column(
      points.map { point in
        let slot =
          square(point.latitude - south) * squares + square((point.longitude - west) * cosine)
        if let known = number[slot] { return known }
        number[slot] = Int32(count)
        count += 1
        return Int32(count - 1)
      })
    self.count = count
  }
}
