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
    let points = network.coordinates
    precondition(
      given.values.allSatisfy { place in
        place.nodes.allSatisfy { points[$0] == points[place.node] }
      }, "a place lies at one point")
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

  /// The nodes from which a vehicle goes on; those of all but given places are one.
  func origins(of place: PlaceID) -> [NodeID] {
    place.index < given.count ? given[place].nodes : [node(of: place)]
  }

  /// Those beside the first.
  func furtherNodes(of place: PlaceID) -> ArraySlice<NodeID> {
    place.index < given.count ? given[place].nodes.dropFirst() : []
  }

  /// The nodes to which a place is searched, and what comes behind them.
  func targets(of place: PlaceID) -> (nodes: [NodeID], approach: PathWeight) {
    guard let approach = approach(of: place) else { return (origins(of: place), .zero) }
    return ([network.tail(of: approach)], network.weight(of: approach))
  }

  /// Whether a vehicle at the one place is at the other already.
  func isSameSpot(_ a: PlaceID, _ b: PlaceID) -> Bool {
    a == b || node(of: a) == node(of: b) && approach(of: a) == approach(of: b)
  }

  /// Whether every given place reaches every other; two searches for each hub.
  func isTotal(searching incoming: IncomingEdges) -> Bool {
    hubs.allSatisfy { hub in
      let to = DestinationSearch(to: targets(of: hub).nodes, in: network, incoming: incoming)
      let from = origins(of: hub).map { ShortestPaths(from: $0, in: network) }
      return isTotal(over: hub) { node in
        to.weights[node] < .none
      } isReached: { node in
        from.contains { $0.duration[node] != nil }
      }
    }
  }

  /// The same by two sweeps for each.
  func isTotal(sweeping index: RoutingIndex) -> Bool {
    var (to, from) = (HierarchySweep(index), HierarchySweep(index))
    return hubs.allSatisfy { hub in
      from.run(from: origins(of: hub))
      to.run(to: targets(of: hub).nodes)
      return isTotal(over: hub) {
        to[$0] < .none
      } isReached: {
        from[$0] < .none
      }
    }
  }

  /// All reach all if all reach one place of a single node, and are reached from it.
  ///
  /// Where a place of several nodes is reached need not be where others are reached from.
  private var hubs: [PlaceID] {
    if let single = given.ids.first(where: { given[$0].nodes.count == 1 }) { return [single] }
    return Array(given.ids)
  }

  private func isTotal(
    over hub: PlaceID, reaches: (NodeID) -> Bool, isReached: (NodeID) -> Bool
  ) -> Bool {
    given.ids.allSatisfy {
      isSameSpot($0, hub)
        || origins(of: $0).contains(where: reaches)
          && targets(of: $0).nodes.contains(where: isReached)
    }
  }
}
