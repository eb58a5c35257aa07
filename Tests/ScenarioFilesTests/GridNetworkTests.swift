import Mobility
import RoadNetwork
import Testing

@Suite("A grid is a town that can be checked by hand")
struct GridNetworkTests {
  private let grid = GridNetwork(
    columns: 3, rows: 2, spacing: Meters(200), block: .seconds(30),
    southWest: Coordinate(latitude: 34.48, longitude: 135.49))

  @Test("neighbours are joined both ways, and the shortest way turns at right angles")
  func roads() {
    let network = grid.network
    #expect(network.nodeCount == 6)
    #expect(network.edgeCount == 14)
    #expect(network.edges(from: grid.node(column: 1, row: 0)).count == 3)
    let paths = ShortestPaths(from: grid.node(column: 0, row: 0), in: network)
    #expect(paths.duration[grid.node(column: 2, row: 1)] == .seconds(90))
    #expect(paths.length[grid.node(column: 2, row: 1)] == Meters(600))
  }

  @Test("crossings lie as far apart as the roads between them are long")
  func coordinates() {
    let points = grid.network.coordinates
    func distance(_ a: NodeID, _ b: NodeID) -> Double {
      FlatEarth.squaredDistance(points[a], points[b]).squareRoot()
    }
    let corner = grid.node(column: 0, row: 0)
    #expect(abs(distance(corner, grid.node(column: 1, row: 0)) - 200) < 0.01)
    #expect(abs(distance(corner, grid.node(column: 0, row: 1)) - 200) < 0.01)
    #expect(points[grid.node(column: 0, row: 1)].latitude > 34.48)
  }

  @Test("the nearest crossing to a point, and all that lie there")
  func nearest() {
    let nodes = NodesByLatitude(grid.network)
    let point = Coordinate(latitude: 34.4815, longitude: 135.4945)
    #expect(nodes.junction(nearestTo: point) == [NodeID(5)])
    let twins = RoadNetwork(
      coordinates: Column([
        Coordinate(latitude: 1, longitude: 2), Coordinate(latitude: 0, longitude: 1),
        Coordinate(latitude: 0, longitude: 1),
      ]), roads: [])
    #expect(
      NodesByLatitude(twins).junction(nearestTo: Coordinate(latitude: 0, longitude: 1.1))
        == [NodeID(1), NodeID(2)])
    #expect(NodesByLatitude(twins).junction(of: NodeID(2)) == [NodeID(1), NodeID(2)])
  }
}
