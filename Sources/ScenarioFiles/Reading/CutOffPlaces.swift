import Mobility
import RoadNetwork
import ScenarioModel

/// Which places have no way to the others or from them, and why.
///
/// The others are the most places that all reach each other; of as many, those in the part with most
/// nodes, then the first.
struct CutOffPlaces {
  private let places: Column<Place, NamedPlace>
  private let roads: NetworkSection
  /// The tails of the edges that enter each node.
  private let entering: [[NodeID]]

  /// The nodes with a way from one node, and those with a way to it.
  private struct Reach {
    let from: [Bool]
    let to: [Bool]

    func connects(_ place: Place) -> Bool {
      place.nodes.contains { from[$0.index] } && place.nodes.contains { to[$0.index] }
    }
  }

  private static let mostReported = 20

  init(of places: Column<Place, NamedPlace>, on roads: NetworkSection) {
    self.places = places
    self.roads = roads
    var entering = [[NodeID]](repeating: [], count: roads.network.nodeCount)
    for tail in roads.network.coordinates.ids {
      for edge in roads.network.edges(from: tail) where roads.network.head[edge] != tail {
        entering[roads.network.head[edge].index].append(tail)
      }
    }
    self.entering = entering
  }

  /// In the order of the places.
  var problems: [(place: PlaceID, problem: String)] {
    guard let (hub, reach) = main else { return [] }
    return places.ids.filter { !reach.connects(places[$0].place) }.prefix(Self.mostReported)
      .map { ($0, problem(with: $0, hub: hub, reach)) }
  }

  private var main: (hub: PlaceID, reach: Reach)? {
    var best: (hub: PlaceID, reach: Reach, places: Int, nodes: Int)?
    var rest = Array(places.ids)
    while let hub = rest.first, rest.count >= best?.places ?? 0 {
      let reach = reach(of: places[hub].place)
      let count = rest.count
      rest.removeAll { reach.connects(places[$0].place) }
      let nodes = zip(reach.from, reach.to).count { $0 && $1 }
      if (count - rest.count, nodes) > (best?.places ?? 0, best?.nodes ?? 0) {
        best = (hub, reach, count - rest.count, nodes)
      }
    }
    return best.map { ($0.hub, $0.reach) }
  }

  private func problem(with place: PlaceID, hub: PlaceID, _ reach: Reach) -> String {
    let (key, nodes) = (places[place].key, places[place].place.nodes)
    let leaves = nodes.contains { node in
      roads.network.edges(from: node).contains { roads.network.head[$0] != node }
    }
    let isEntered = nodes.contains { !entering[$0.index].isEmpty }
    let found: String
    if leaves && isEntered {
      let (from, to) =
        nodes.contains { reach.to[$0.index] } ? (places[hub].key, key) : (key, places[hub].key)
      found = "none from \"\(from)\" to \"\(to)\""
    } else {
      let name = roads.nodes.first { $0.value == nodes[0] }.map { "node \"\($0.key)\"" } ?? "a node"
      let lack = leaves ? "reaches" : isEntered ? "leaves" : "leaves or reaches"
      found = "\"\(key)\" at \(name), which no road \(lack)"
    }
    return "expected roads between all places, found \(found)"
  }

  private func reach(of place: Place) -> Reach {
    let network = roads.network
    return Reach(
      from: reached(from: place.nodes) { tail in network.edges(from: tail).map { network.head[$0] }
      },
      to: reached(from: place.nodes) { entering[$0.index] })
  }

  private func reached(from starts: [NodeID], next: (NodeID) -> [NodeID]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: roads.network.nodeCount)
    var open = starts
    for start in starts { isReached[start.index] = true }
    while let node = open.popLast() {
      for neighbour in next(node) where !isReached[neighbour.index] {
        isReached[neighbour.index] = true
        open.append(neighbour)
      }
    }
    return isReached
  }
}
