import Mobility
import RoadNetwork
import ScenarioModel

/// Puts the places of a scenario on its road network.
struct PlacesOnNetwork {
  let roads: NetworkSection
  let findings: Findings
  private let nodes: NodesByLatitude

  init(roads: NetworkSection, findings: Findings) {
    self.roads = roads
    self.findings = findings
    nodes = NodesByLatitude(roads.network)
  }

  /// Reports places that have no node, or whose node is another's.
  func places(_ entries: [PlacesSections.Entry]) -> Column<Place, NamedPlace> {
    var firstAt: [NodeID: PlacesSections.Entry] = [:]
    var places: [NamedPlace] = []
    for entry in entries {
      guard let place = place(of: entry) else { continue }
      checkDistance(of: place, entry)
      if let first = firstAt[place.node], !(first.isOnGivenNode || entry.isOnGivenNode) {
        findings.add(
          at: entry.origin, entry.field,
          "expected each place at its own node, found \"\(first.key)\" and \"\(entry.key)\" at "
            + "the same", hint: "state `node` for one of them if that is meant")
      }
      firstAt[place.node] = firstAt[place.node] ?? entry
      places.append(
        NamedPlace(
          key: entry.key, name: entry.name, latinName: entry.latinName, place: place,
          servesRiders: entry.servesRiders))
    }
    return Column(places)
  }

  /// Reports the places that are cut off from the others.
  func travelTimes(
    _ places: Column<Place, NamedPlace>, _ entries: [PlacesSections.Entry],
    turningPoints: TurningPoints
  ) -> TravelTimes? {
    let onNetwork = Column<Place, Place>(places.values.map { $0.place })
    let times = TravelTimes(
      roads.network, between: onNetwork, turningPoints: turningPoints, backend: roads.backend,
      index: index)
    if let times {
      checkDrives(places, entries, by: times)
      return times
    }
    let problems = CutOffPlaces(of: places, on: roads).problems
    for (place, problem) in problems {
      findings.add(at: entries[place.index].origin, entries[place.index].field, problem)
    }
    if problems.isEmpty { reportEndless(places, entries) }
    return nil
  }

  /// Reports the first place to which no drive is short enough, though roads lead there.
  private func reportEndless(
    _ places: Column<Place, NamedPlace>, _ entries: [PlacesSections.Entry]
  ) {
    for origin in places.ids {
      let paths = places[origin].place.nodes.map { ShortestPaths(from: $0, in: roads.network) }
      let cutOff = places.ids.first { place in
        !places[place].place.nodes.contains { node in
          paths.contains { $0.duration[node] != nil }
        }
      }
      guard let cutOff else { continue }
      let entry = entries[cutOff.index]
      findings.add(
        at: entry.origin, entry.field,
        "expected roads between all places, found none from \"\(places[origin].key)\" to "
          + "\"\(entry.key)\"",
        hint: "a drive of more than 149 h counts as none")
      return
    }
  }

  /// From the file beside a large network.
  private func index(of network: RoadNetwork) -> RoutingIndex {
    guard let file = roads.file, network.nodeCount >= RoutingIndexCache.leastNodeCount else {
      return RoutingIndex(network)
    }
    return RoutingIndexCache(beside: file).index(for: network)
  }

  private func place(of entry: PlacesSections.Entry) -> Place? {
    func report(_ problem: String, hint: String? = nil) -> Place? {
      findings.add(at: entry.origin, entry.field, problem, hint: hint)
      return nil
    }
    switch entry.position {
    case .coordinate(let point):
      return Place(nodes: nodes.junction(nearestTo: point), coordinate: point)
    case .node(let key, let point):
      guard let node = roads.nodes[key] else {
        return report("expected a node of the network, found \"\(key)\"")
      }
      return Place(
        nodes: nodes.junction(of: node), coordinate: point ?? roads.network.coordinates[node])
    case .crossing(let column, let row):
      guard let grid = roads.grid else {
        return report("expected latitude and longitude, found column and row without a grid")
      }
      guard column <= grid.columns, row <= grid.rows else {
        return report(
          "expected a column from 1 to \(grid.columns) and a row from 1 to \(grid.rows), found "
            + "column \(column) and row \(row)")
      }
      let node = grid.node(column: column - 1, row: row - 1)
      return Place(
        nodes: nodes.junction(of: node), coordinate: roads.network.coordinates[node])
    }
  }
}

extension PlacesSections.Entry {
  fileprivate var isOnGivenNode: Bool {
    if case .node = position { return true }
    return false
  }
}
