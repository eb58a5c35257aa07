import Foundation
import Importers
import Testing

@Suite("Files whose ways say where their nodes are")
struct PlacesOnWaysTests {
  private func town() -> TinyMap {
    var map = TinyMap()
    for (id, east, north) in [(1, 0.0, 0.0), (2, 2, 0), (3, 2, 2), (4, 0, 2)] {
      map.node(Int64(id), east, north)
    }
    map.node(5, 1, 1, ["barrier": "bollard"])
    map.way(10, [1, 2, 3, 4, 1])
    map.way(11, [1, 5, 3])
    map.way(12, [2, 4])
    map.restriction("no_left_turn", from: [10], via: 2, to: [12])
    return map
  }

  @Test("they give the network that the nodes would give")
  func same() throws {
    let expected = try town().imported()
    let map = town().withPlacesOnWays
    #expect(map.nodes.count == 1)
    for bytes in [map.xml, EncodedPBF().bytes(of: map), EncodedPBF(isDense: false).bytes(of: map)] {
      let network = try TinyMap.imported(bytes)
      #expect(try network.tables() == expected.tables())
      #expect(network.summary.roads.barriers == 1)
      #expect(network.summary.nodesPlacedByWays == 4)
    }
    #expect(expected.summary.nodesPlacedByWays == 0)
  }

  @Test("what the file says of a node counts for more than its place in a way")
  func nodesFirst() throws {
    var map = town().withPlacesOnWays
    map.node(1, 0.5, 0)
    var expected = town()
    expected.nodes[0].east = 0.5
    #expect(try map.imported().tables() == expected.imported().tables())
    map.nodes[1].version = TinyMap.Version(number: 2, isDeleted: true)
    #expect(try map.imported().summary.roads.incompletePieces == 3)
  }

  @Test("places may be missing, but not the ids of nodes")
  func missing() throws {
    let text = String(decoding: town().withPlacesOnWays.xml, as: UTF8.self)
    let place = try #require(text.range(of: "ref=\"2\" "))
    let end = try #require(text[place.upperBound...].firstIndex(of: "/"))
    let without = text.replacingCharacters(in: place.upperBound..<end, with: "")
    // The other ways still say where node 2 is.
    #expect(
      try TinyMap.imported(Data(without.utf8)).tables()
        == TinyMap.imported(Data(text.utf8)).tables())
    #expect {
      try TinyMap.imported(Data(text.replacing("ref=\"2\" ", with: "").utf8))
    } throws: {
      "\($0)".contains("`out geom`")
    }
    // Overpass gives the courses of members, too.
    let member = "<member type=\"way\" ref=\"10\" role=\"from\"/>"
    let course =
      "<member type=\"way\" ref=\"10\" role=\"from\"><nd lat=\"1\" lon=\"2\"/></member>"
    #expect(text.contains(member))
    #expect(
      try TinyMap.imported(Data(text.replacing(member, with: course).utf8)).tables()
        == TinyMap.imported(Data(text.utf8)).tables())
  }

  @Test("a file with neither nodes nor places says what is missing")
  func neither() throws {
    var map = town()
    map.nodes = []
    for bytes in [map.xml, EncodedPBF().bytes(of: map)] {
      #expect {
        try TinyMap.imported(bytes)
      } throws: {
        "\($0)".contains("expected the nodes of 3 streets, found none of them")
      }
    }
  }
}
