import Mobility
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("What is wrong with a table is said with line and column")
struct TableProblemTests {
  private func expect(
    _ file: String, _ old: String, _ new: String, _ message: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    var files = TownSample.files
    files[file] = files[file]?.replacing(old, with: new)
    let found = try TemporaryFolder(files).problems("town.yaml")
    #expect(found == message, sourceLocation: location)
  }

  @Test("a cell that cannot be read, after a quoted cell with a comma")
  func badCell() throws {
    try expect(
      "data/stops.csv", "34.4821", "34,4821",
      """
      data/stops.csv:3:1: expected 6 cells as in the heading, found 7
          east,"東, 出口",,34,4821,135.4899,corner
          ^
      """)
    try expect(
      "data/stops.csv", "34.4821", "x",
      """
      data/stops.csv:3:15: latitude_deg: expected a latitude in degrees from -85 to 85, found "x"
          east,"東, 出口",,x,135.4899,corner
                           ^
      """)
  }

  @Test("an unknown column")
  func unknownColumn() throws {
    try expect(
      "data/roads.csv", "duration_ms", "duration_s",
      """
      data/roads.csv:1:1: expected a column "duration_ms", found none
          from,to,duration_s,length_m,class
          ^
      data/roads.csv:1:9: expected a known column, found "duration_s"
          from,to,duration_s,length_m,class
                  ^
      nearest known column: duration_ms
      """)
  }

  @Test("a missing column of a table that may have others")
  func missingColumn() throws {
    try expect(
      "data/blocks.csv", "population", "populations",
      """
      data/blocks.csv:1:1: expected a column "population", found none
          name,latitude_deg,longitude_deg,populations,elderly_share,trial
          ^
      nearest known column: populations
      """)
  }

  @Test("a road to a node that is not there, and one that takes no time")
  func badRoads() throws {
    try expect(
      "data/roads.csv", "b,c,12000,112,trunk", "b,d,0,112,motorway",
      """
      data/roads.csv:4:3: to: expected a node of the network, found "d"
          b,d,0,112,motorway
            ^
      data/roads.csv:4:5: duration_ms: expected a whole number from 1 to 3600000, found "0"
          b,d,0,112,motorway
              ^
      data/roads.csv:4:11: class: expected one of trunk, primary, collector, local, found "motorway"
          b,d,0,112,motorway
                    ^
      """)
  }

  @Test("a table that is wrong in every row is not told to the end")
  func manyProblems() throws {
    var files = TownSample.files
    files["data/roads.csv"] =
      "from,to,duration_ms,length_m,class\n"
      + String(repeating: "a,b,1.5,100,local\n", count: 5000)
    let found = try TemporaryFolder(files).problems("town.yaml")
    #expect(found.hasPrefix("data/roads.csv: the first 20 of 5000 problems are shown\n"))
    #expect(found.split(separator: "\n").count == 1 + 3 * 20)
  }

  @Test("a key that is there twice")
  func repeatedKey() throws {
    try expect(
      "data/nodes.csv", "b,34.481", "a,34.481",
      """
      data/nodes.csv:3:1: node: expected each node once, found "a" again
          a,34.481,135.49
          ^
      data/roads.csv:2:3: to: expected a node of the network, found "b"
          a,b,10000,111,local
            ^
      data/roads.csv:3:1: from: expected a node of the network, found "b"
          b,a,10000,111,local
          ^
      data/roads.csv:4:1: from: expected a node of the network, found "b"
          b,c,12000,112,trunk
          ^
      data/roads.csv:5:3: to: expected a node of the network, found "b"
          c,b,12000,112,trunk
            ^
      """)
  }

  @Test("a table that a spreadsheet has saved, with its mark and line ends")
  func spreadsheet() throws {
    var files = TownSample.files
    files["data/stops.csv"] =
      "\u{FEFF}" + TownSample.stops.replacing("\n", with: "\r\n").replacing("34.4821", with: "x")
    let found = try TemporaryFolder(files).problems("town.yaml")
    #expect(
      found == """
        data/stops.csv:3:15: latitude_deg: expected a latitude in degrees from -85 to 85, found "x"
            east,"東, 出口",,x,135.4899,corner
                             ^
        """)
    files["data/stops.csv"] = files["data/stops.csv"]?.replacing(",x,", with: ",34.4821,")
    let places = try TemporaryFolder(files).read("town.yaml").places
    #expect(places.values.map { $0.name } == ["西", "東, 出口"])
  }

  @Test("a quotation mark that is never closed")
  func openQuote() throws {
    try expect(
      "data/stops.csv", "135.4899,corner", "135.4899,\"corner",
      """
      data/stops.csv:3:32: expected a closing quotation mark, found the end of the file
          east,"東, 出口",,34.4821,135.4899,"corner
                                            ^
      """)
    try expect(
      "data/stops.csv", "corner\neast", "\"corner\neast",
      """
      data/stops.csv:2:30: expected CSV, found text after a closing quotation mark
          west,西,West,34.4801,135.4901,"corner
                                        ^
      a quotation mark in a cell is written twice, and the cell in quotation marks
      """)
  }

  @Test("a file that is not there is named where the scenario names it")
  func missingFile() throws {
    try expect(
      "town.yaml", "data/stops.csv", "data/halts.csv",
      """
      town.yaml:6:8: stops: expected a file that can be read, found none at "data/halts.csv"
          stops: data/halts.csv
                 ^
      """)
  }

  @Test("two stops nearest to one node")
  func sharedNode() throws {
    try expect(
      "data/stops.csv", "34.4821", "34.4803",
      """
      data/stops.csv:3:1: key: expected each place at its own node, found "west" and "east" at the same
          east,"東, 出口",,34.4803,135.4899,corner
          ^
      state `node` for one of them if that is meant
      """)
  }

  @Test("two stops share a node that is stated")
  func statedNode() throws {
    var files = TownSample.files
    files["data/stops.csv"] = """
      key,name,latitude_deg,longitude_deg,node
      west,西,34.4801,135.4901,
      east,東,34.4803,135.4899,a
      """
    #expect(
      try TemporaryFolder(files).read("town.yaml").places.values.map { $0.place.node.index } == [
        0, 0,
      ])
  }

  @Test("a place without a way to another")
  func unreachable() throws {
    try expect(
      "data/roads.csv", "b,a,10000,111,local\n", "",
      """
      data/stops.csv:2:1: key: expected roads between all places, found "west" at node "a", which no \
      road reaches
          west,西,West,34.4801,135.4901,corner
          ^
      """)
  }

  @Test("of places that no road joins, the one apart is blamed, wherever it stands in the list")
  func cutOff() throws {
    var files = TownSample.files
    files["data/nodes.csv"]? += "lone,34.4801,135.4901\n"
    files["data/stops.csv"] = """
      key,name,latitude_deg,longitude_deg,node
      west,西,34.4801,135.4901,lone
      east,東,34.4821,135.4899,
      south,南,34.48,135.49,
      """
    #expect(
      try TemporaryFolder(files).problems("town.yaml") == """
        data/stops.csv:2:1: key: expected roads between all places, found "west" at node "lone", \
        which no road leaves or reaches
            west,西,34.4801,135.4901,lone
            ^
        """)
  }

  @Test("a shift that is shorter than its drive")
  func shortShift() throws {
    try expect(
      "town.yaml", "10:00-25:30", "10:00:00-10:00:21",
      """
      town.yaml:17:61: fleet.vehicles[2].shift: expected a shift of at least 22 s, as the drive \
      from start to end takes, found 21 s
              - {name: blue, seats: 8, start: west, end: east, shift: "10:00:00-10:00:21"}
                                                                      ^
      """)
  }

  @Test("names in a demand model that the tables do not know")
  func demandNames() throws {
    try expect(
      "town.yaml", "{shop: 2", "{shops: 2",
      """
      town.yaml:37:20: demand.purposes[1].categories: expected a category of the attractions, \
      found "shops"
                categories: {shops: 2, station: 0.5}
                             ^
      nearest known key: shop
      """)
    try expect(
      "town.yaml", "column: trial", "column: trail",
      """
      town.yaml:28:25: demand.zones_where.column: expected a column of data/blocks.csv, found "trail"
            zones_where: {column: trail, value: yes}
                                  ^
      nearest known column: trial
      """)
    try expect(
      "town.yaml", "\"10\": 5", "09: 5",
      """
      town.yaml:38:24: demand.purposes[1].hours.09: expected each key once, found it again in the same section
                hours: {"09": 3, 09: 5}
                                 ^
      """)
  }
}
