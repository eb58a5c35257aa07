import Mobility

/// The roads and shortcuts between the nodes that are not yet contracted.
struct RemainingGraph {
  /// Both directions between a node and one of its neighbours; `none` where there is no road.
  struct Link {
    let neighbour: Int32
    var out: PathWeight
    var into: PathWeight
  }

  /// Blocks of links, one for each node, with room to grow.
  private(set) var links: ContiguousArray<Link> = []
  private var first: ContiguousArray<Int>
  private var count: ContiguousArray<Int>
  private var capacity: ContiguousArray<Int>

  init(_ network: RoadNetwork) {
    first = .init(repeating: 0, count: network.nodeCount)
    count = first
    capacity = first
    for tail in network.coordinates.ids {
      for edge in network.edges(from: tail) where network.head[edge] != tail {
        let weight = network.weight(of: edge)
        let head = Int32(network.head[edge].rawValue)
        lower(from: Int32(tail.rawValue), to: head, weight)
      }
    }
  }

  func range(of node: Int32) -> Range<Int> {
    let start = first[Int(node)]
    return start..<start + count[Int(node)]
  }

  /// Makes the way from `tail` to `head` no longer than `weight`.
  mutating func lower(from tail: Int32, to head: Int32, _ weight: PathWeight) {
    let out = position(of: head, at: tail)
    links[out].out = min(links[out].out, weight)
    let into = position(of: tail, at: head)
    links[into].into = min(links[into].into, weight)
  }

  /// Takes `node` out of its neighbours' links; its own stay.
  mutating func disconnect(_ node: Int32) {
    for k in range(of: node) {
      let neighbour = Int(links[k].neighbour)
      let links = range(of: Int32(neighbour))
      for j in links where self.links[j].neighbour == node {
        self.links[j] = self.links[links.upperBound - 1]
        count[neighbour] -= 1
        break
      }
    }
  }

  private mutating func position(of neighbour: Int32, at node: Int32) -> Int {
    let old = range(of: node)
    for k in old where links[k].neighbour == neighbour { return k }
    let new = Link(neighbour: neighbour, out: .none, into: .none)
    if old.count == capacity[Int(node)] { move(node) }
    let end = range(of: node).upperBound
    links[end] = new
    count[Int(node)] += 1
    return end
  }

  /// Gives a node a block twice as large, at the end of all.
  private mutating func move(_ node: Int32) {
    let old = range(of: node)
    let room = max(4, 2 * old.count)
    first[Int(node)] = links.count
    capacity[Int(node)] = room
    for k in old { links.append(links[k]) }
    let empty = Link(neighbour: node, out: .none, into: .none)
    for _ in old.count..<room { links.append(empty) }
  }
}
