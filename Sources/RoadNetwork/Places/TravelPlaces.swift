import Mobility

/// The places between which there are travel times: those given, then the turning points.
///
/// Two places of the same node and approach are one spot: the drive between them is zero.
struct TravelPlaces: Sendable {
  let given: Column<Place, Place>
  let turningPoints: TurningPoints
  let network: RoadNetwork
  let count: Int

  init(_ given: Column<Place, Place>, turningPoints: TurningPoints, network: RoadNetwork) {
    for place in given.values {
      if let approach = place.approach {
        precondition(
          network.head[approach] == place.node, "a place lies where its approach ends")
      }
    }
    self.given = given
    self.turningPoints = turningPoints
    self.network = network
    switch turningPoints {
    case .none: count = given.count
    case .nodes: count = given.count + network.nodeCount
    case .edges: count = given.count + network.edgeCount
    }
  }

  /// How many places vehicles may be sent to: those given, or all where none are.
  var destinationCount: Int { given.count > 0 ? given.count : count }

  func node(of place: PlaceID) -> NodeID {
    guard place.index >= given.count else { return given[place].node }
    switch turningPoints {
    case .none: preconditionFailure("no place of these travel times")
    case .nodes: return NodeID(place.index - given.count)
    case .edges: return network.head[EdgeID(place.index - given.count)]
    }
  }

  func approach(of place: PlaceID) -> EdgeID? {
    guard place.index >= given.count else { return given[place].approach }
    return turningPoints == .edges ? EdgeID(place.index - given.count) : nil
  }

  func turningPoint(at node: NodeID) -> PlaceID? {
    turningPoints == .nodes ? PlaceID(given.count + node.index) : nil
  }

  func turningPoint(after edge: EdgeID) -> PlaceID? {
    switch turningPoints {
    case .none: nil
    case .nodes: PlaceID(given.count + network.head[edge].index)
    case .edges: PlaceID(given.count + edge.index)
    }
  }

  /// The node to which a place is searched, and what comes behind it.
  func target(of place: PlaceID) -> (node: NodeID, approach: PathWeight) {
    guard let approach = approach(of: place) else { return (node(of: place), .zero) }
    return (network.tail(of: approach), network.weight(of: approach))
  }

  /// Whether a vehicle at the one place is at the other already.
  func isSameSpot(_ a: PlaceID, _ b: PlaceID) -> Bool {
    a == b || node(of: a) == node(of: b) && approach(of: a) == approach(of: b)
  }

  /// Whether every given place reaches every other; two searches.
  func isTotal(searching incoming: IncomingEdges) -> Bool {
    guard let first = given.ids.first else { return true }
    let to = DestinationSearch(to: target(of: first).node, in: network, incoming: incoming)
    let from = ShortestPaths(from: node(of: first), in: network)
    return isTotal { to.weights[$0] < .none && from.duration[$1] != nil }
  }

  /// The same by two sweeps.
  func isTotal(sweeping index: RoutingIndex) -> Bool {
    guard let first = given.ids.first else { return true }
    var from = HierarchySweep(index)
    from.run(from: node(of: first))
    var to = HierarchySweep(index)
    to.run(to: target(of: first).node)
    return isTotal { to[$0] < .none && from[$1] < .none }
  }

  /// All reach all if all reach the first from their nodes and are reached at their targets from it.
  private func isTotal(ends: (_ node: NodeID, _ target: NodeID) -> Bool) -> Bool {
    given.ids.allSatisfy {
      isSameSpot($0, PlaceID(0)) || ends(node(of: $0), target(of: $0).node)
    }
  }
}
