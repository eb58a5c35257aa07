/// A weak lower bound that is always there: every place is reached and left by the shortest way.
struct NearestNodes {
  let lowerBound: Double

  init(_ tables: DialARideTables) {
    var sum = 0.0
    for node in 0...tables.end {
      let others = 0...tables.end
      let into = others.lazy.filter { tables.links($0, node) }.map { tables.distance($0, node) }
      let out = others.lazy.filter { tables.links(node, $0) }.map { tables.distance(node, $0) }
      // Half of each drive belongs to either of its ends.
      sum += ((into.min() ?? 0) + (out.min() ?? 0)) / 2
    }
    lowerBound = sum
  }
}
