import Mobility
import RoadNetwork
import TestSupport

/// A few places on random roads, some at the end of one edge, some twice.
struct RandomPlaces {
  let roads: RandomRoads
  let places: Column<Place, Place>
  /// Between nodes; row = origin.
  let least: [[PathWeight]]

  init(seed: Int) {
    let roads = RandomRoads(seed: seed)
    var numbers = SeededGenerator(seed: seed + 1_000_000)
    let edges = Array(roads.network.head.ids)
    func random() -> Place {
      if let edge = edges.randomElement(using: &numbers), Bool.random(using: &numbers) {
        let node = roads.network.head[edge]
        return Place(node: node, approach: edge, coordinate: roads.network.coordinates[node])
      }
      let node = NodeID(.random(in: 0..<roads.nodes.count, using: &numbers))
      return Place(node: node, coordinate: roads.network.coordinates[node])
    }
    var places = (0..<Int.random(in: 1...5, using: &numbers)).map { _ in random() }
    if Bool.random(using: &numbers) { places.append(places[0]) }
    self.roads = roads
    self.places = Column(places)
    least = roads.leastWeights
  }

  var isTotal: Bool {
    places.values.allSatisfy { from in
      places.values.allSatisfy { weight(from: from, to: $0) < .none }
    }
  }

  func weight(from origin: Place, to destination: Place) -> PathWeight {
    if origin.node == destination.node, origin.approach == destination.approach { return .zero }
    guard let edge = destination.approach else {
      return least[origin.node.index][destination.node.index]
    }
    let way = least[origin.node.index][roads.network.tail(of: edge).index]
    return way < .none ? way + weight(of: edge) : .none
  }

  func weight(of edge: EdgeID) -> PathWeight {
    PathWeight(duration: roads.network.duration[edge], length: roads.network.length[edge])
  }

  /// Where there is a way.
  func path(from origin: Place, to destination: Place) -> [EdgeID] {
    if origin.node == destination.node, origin.approach == destination.approach { return [] }
    let target = destination.approach.map { roads.network.tail(of: $0) } ?? destination.node
    let path = roads.canonicalPath(from: origin.node, to: target, least) ?? []
    return path + [destination.approach].compactMap { $0 }
  }

  /// The places given, then those that turning points are, in order.
  func all(with turningPoints: TurningPoints) -> [Place] {
    let network = roads.network
    switch turningPoints {
    case .none: return Array(places.values)
    case .nodes:
      return places.values
        + network.coordinates.ids.map { Place(node: $0, coordinate: network.coordinates[$0]) }
    case .edges:
      return places.values
        + network.head.ids.map {
          let node = network.head[$0]
          return Place(node: node, approach: $0, coordinate: network.coordinates[node])
        }
    }
  }
}
