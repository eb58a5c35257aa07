import Foundation
import Importers
import Mobility
import RoadNetwork
import Testing

@Suite("Chains, components and areas")
struct StreetChainTests {
  /// A winding street of 6 pieces between two crossings, each with two dead ends.
  private func winding() -> TinyMap {
    var map = TinyMap()
    for step in 0...6 { map.node(Int64(step), Double(step), step.isMultiple(of: 2) ? 0 : 1) }
    for (id, east, north) in [(10, -1.0, 1.0), (11, -1.0, -1.0), (12, 7.0, 1.0), (13, 7.0, -1.0)] {
      map.node(Int64(id), east, north)
    }
    map.way(1, [0, 1, 2, 3], ["name": "Long \"Street\""])
    map.way(2, [3, 4], ["maxspeed": "15"])
    map.way(3, [6, 5, 4], ["name": "Long \"Street\""])
    for (way, ends) in [(4, [10, 0]), (5, [11, 0]), (6, [6, 12]), (7, [6, 13])] {
      map.way(Int64(way), ends.map { Int64($0) })
    }
    return map
  }

  @Test("a street between crossings is one edge each way, with all its length, time and points")
  func contraction() throws {
    let map = winding()
    let network = try map.imported()
    #expect(network.nodeKeys.values == ["0", "6", "10", "11", "12", "13"])
    let pieces = (0..<6).map { map.distance(Int64($0), Int64($0 + 1)) }
    let meters = pieces.reduce(0, +)
    let milliseconds = (0..<6).reduce(0.0) { $0 + pieces[$1] * 3600 / ($1 == 3 ? 15 : 30) }
    for (from, to) in [("0", "6"), ("6", "0")] {
      let edge = try #require(network.edge(from, to))
      #expect(network.network.length[edge].count == Int32(meters.rounded()))
      #expect(network.network.duration[edge].milliseconds == Int32(milliseconds.rounded()))
    }
    let drawing = try JSONDecoder().decode(
      GeoJSON.self, from: Data(network.file("geometry.geojson").utf8))
    #expect(drawing.attribution == "(c) OpenStreetMap contributors, ODbL")
    let street = try #require(drawing.features.first { $0.geometry.coordinates.count == 7 })
    #expect(street.properties.name == "Long \"Street\"")
    #expect(street.properties.`class` == "local")
    #expect(street.properties.oneway == false)
    let drawn = street.geometry.coordinates.map { $0.map { Int(($0 * 1e7).rounded()) } }
    let expected = (0...6).map { id -> [Int] in
      let point = TinyMap.coordinate(of: map.nodes[id])
      return [Int((point.longitude * 1e7).rounded()), Int((point.latitude * 1e7).rounded())]
    }
    #expect(drawn == expected || drawn == expected.reversed())
    // Rows of the table of roads: from node 0 is one of them, and back the other.
    let rows = try network.file("roads.csv").split(separator: "\n").dropFirst().map(String.init)
    let named = (street.properties.edges + street.properties.edgesBack).map { rows[$0] }
    #expect(Set(named.map { $0.prefix(4) }) == ["0,6,", "6,0,"])
  }

  @Test("a longest edge keeps nodes on the way")
  func longestEdge() throws {
    let network = try winding().imported(ImportOptions(longestEdge: Meters(300)))
    #expect(network.nodeKeys.values == ["0", "2", "4", "6", "10", "11", "12", "13"])
    #expect(network.summary.roads.km == (try winding().imported().summary.roads.km))
  }

  @Test("a loop keeps a node in its middle, and a ring without crossings two")
  func loops() throws {
    var map = TinyMap()
    map.node(1, 0, 0)
    map.node(2, 1, 0)
    map.node(3, 2, 0)
    map.node(4, 2, 1)
    map.node(5, 1, 1)
    map.way(1, [1, 2])
    map.way(2, [2, 3, 4, 5, 2], ["oneway": "yes"])
    let loop = try map.imported()
    #expect(loop.edgeNames.sorted() == ["1>2", "2>1", "2>4", "4>2"])
    map.ways.removeFirst()
    let ring = try map.imported()
    #expect(ring.edgeNames.sorted() == ["2>4", "4>2"])
  }

  @Test("what is not connected both ways is dropped and reported")
  func components() throws {
    var map = winding()
    let whole = try map.imported()
    map.node(20, 20, 20)
    map.node(21, 21, 20)
    map.way(20, [20, 21])
    map.node(22, 8, 2)
    map.way(21, [12, 22], ["oneway": "yes"])
    let network = try map.imported()
    #expect(network.edgeNames == whole.edgeNames)
    #expect(network.summary.roads.droppedParts == 2)
    let dropped = ((map.distance(20, 21) + map.distance(12, 22)).rounded()) / 1000
    #expect(abs(network.summary.roads.droppedKm - dropped) < 0.0015)
    #expect(whole.summary.roads.droppedParts == 0)
  }

  @Test("an area keeps the pieces with both ends inside")
  func areas() throws {
    let map = winding()
    let corner = TinyMap.corner
    let box = ImportArea(
      west: corner.longitude - 0.002, south: corner.latitude - 0.002,
      east: corner.longitude + 0.0035, north: corner.latitude + 0.002)
    let clipped = try map.imported(ImportOptions(area: box))
    #expect(clipped.nodeKeys.values == ["0", "3", "10", "11"])

    func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [[Double]] {
      [(west, south), (east, south), (east, north), (west, north), (west, south)].map {
        [corner.longitude + $0.0 / 1000, corner.latitude + $0.1 / 1000]
      }
    }
    // The same box as a polygon, with a hole around the dead end 11.
    let rings = [ring(-2, -2, 3.5, 2), ring(-1.5, -1.5, -0.5, -0.5)]
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
       "geometry":{"type":"Polygon","coordinates":\(rings)}}]}
      """
    let polygon = try ImportArea(geoJSON: Data(text.utf8))
    let holed = try map.imported(ImportOptions(area: polygon))
    #expect(holed.nodeKeys.values == ["3", "10"])

    #expect(throws: ImportError.self) { try ImportArea(geoJSON: Data("{}".utf8)) }
    #expect(throws: ImportError.self) {
      try ImportArea(geoJSON: Data(#"{"type":"Point","coordinates":[1,2]}"#.utf8))
    }
    let far = ImportArea(west: 0, south: 0, east: 1, north: 1)
    #expect(throws: ImportError.self) { try map.imported(ImportOptions(area: far)) }
    #expect(ImportArea(west: 1, south: 0, east: 0, north: 1) == nil)
  }

  @Test("a piece whose node the file lacks is left out and counted")
  func missingNodes() throws {
    var map = winding()
    map.nodes.removeAll { $0.id == 13 }
    let network = try map.imported()
    #expect(network.summary.roads.incompletePieces == 1)
    #expect(network.node("13") == nil)
    // Nothing branches off at node 6 any more: the street goes on to the dead end.
    #expect(network.edge("0", "12") != nil)
  }

  private struct GeoJSON: Decodable {
    struct Feature: Decodable {
      let properties: Properties
      let geometry: Geometry
    }
    struct Properties: Decodable {
      let `class`: String
      let name: String
      let oneway: Bool
      let edges: [Int]
      let edgesBack: [Int]

      enum CodingKeys: String, CodingKey {
        case `class`
        case name
        case oneway
        case edges
        case edgesBack = "edges_back"
      }
    }
    struct Geometry: Decodable {
      let coordinates: [[Double]]
    }
    let attribution: String
    let features: [Feature]
  }
}
