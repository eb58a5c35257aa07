public import Mobility

/// A directed road network as columns, edges sorted by tail.
public struct RoadNetwork: Sendable {
  public let coordinates: Column<Node, Coordinate>
  /// The first edge that leaves each node; count = nodes + 1.
  public let firstOut: ContiguousArray<Int32>
  public let head: Column<Edge, NodeID>
  private let tail: Column<Edge, NodeID>
  public let duration: Column<Edge, TimeSpan>
  public let length: Column<Edge, Meters>
  public let roadClass: Column<Edge, RoadClass>

  /// One directed road as an importer reads it.
  public struct Road: Hashable, Sendable {
    public let tail: NodeID
    public let head: NodeID
    public let duration: TimeSpan
    public let length: Meters
    public let roadClass: RoadClass

    /// What tables may hold, in milliseconds and metres.
    public static let durations = Int32(1)...3_600_000
    public static let lengths = Int32(0)...1_000_000

    public init(
      from tail: NodeID, to head: NodeID, duration: TimeSpan, length: Meters, roadClass: RoadClass
    ) {
      self.tail = tail
      self.head = head
      self.duration = duration
      self.length = length
      self.roadClass = roadClass
    }
  }

  /// Roads may come in any order; those of one tail keep theirs.
  public init(coordinates: Column<Node, Coordinate>, roads: some Sequence<Road>) {
    var counts = ContiguousArray<Int32>(repeating: 0, count: coordinates.count + 1)
    let roads = ContiguousArray(roads)
    for road in roads {
      precondition(road.duration > .zero, "a road takes no time")
      precondition(road.length >= .zero, "a road is shorter than nothing")
      counts[road.tail.index + 1] += 1
    }
    for node in coordinates.values.indices { counts[node + 1] += counts[node] }
    firstOut = counts

    var order = ContiguousArray<Int>(repeating: 0, count: roads.count)
    for (position, road) in roads.enumerated() {
      order[Int(counts[road.tail.index])] = position
      counts[road.tail.index] += 1
    }
    self.coordinates = coordinates
    head = Column(order.lazy.map { roads[$0].head })
    tail = Column(order.lazy.map { roads[$0].tail })
    duration = Column(order.lazy.map { roads[$0].duration })
    length = Column(order.lazy.map { roads[$0].length })
    roadClass = Column(order.lazy.map { roads[$0].roadClass })
  }

  public var nodeCount: Int { coordinates.count }
  public var edgeCount: Int { head.count }

  /// The edges that leave `node`, in order.
  public func edges(from node: NodeID) -> some RandomAccessCollection<EdgeID> {
    (Int(firstOut[node.index])..<Int(firstOut[node.index + 1])).lazy.map { EdgeID($0) }
  }

  /// The node that an edge leaves.
  public func tail(of edge: EdgeID) -> NodeID { tail[edge] }

  func weight(of edge: EdgeID) -> PathWeight {
    PathWeight(duration: duration[edge], length: length[edge])
  }
}
