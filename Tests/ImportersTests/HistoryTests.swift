import Foundation
import Importers
import Testing

/// A ring of four nodes that two ways go round, dead ends at 2 and 4, and a way across, the last.
private func ring() -> TinyMap {
  var map = TinyMap()
  let places = [(1, 0.0, 0.0), (2, 2, 0), (3, 2, 2), (4, 0, 2), (6, 3, 0), (7, -1, 2)]
  for (id, east, north) in places {
    map.node(Int64(id), east, north)
  }
  map.way(10, [1, 2, 3])
  map.way(11, [3, 4, 1])
  map.way(20, [2, 6])
  map.way(21, [4, 7])
  map.way(12, [1, 3])
  return map
}

private let formats = ["XML", "PBF", "PBF, plain nodes"]

private func imported(_ map: TinyMap, as format: String) throws -> OSMImport {
  switch format {
  case "XML": try map.imported()
  default:
    try TinyMap.imported(
      EncodedPBF(
        isDense: format == "PBF",
        requiredFeatures: ["OsmSchema-V0.6", "DenseNodes", "HistoricalInformation"]
      ).bytes(of: map))
  }
}

@Suite("Files with several versions of an element")
struct HistoryTests {
  @Test("the last version of a way holds, wherever it is in the file", arguments: formats)
  func ways(_ format: String) throws {
    let expected = try ring().imported().tables()
    var without = ring()
    without.ways.removeLast()
    for (first, second, isThere) in [
      // By number where both have one.
      ((1, false), (2, true), false), ((2, true), (1, false), false),
      ((1, true), (2, false), true), ((2, false), (1, true), true),
      // By place otherwise.
      ((nil, false), (nil, true), false), ((nil, true), (nil, false), true),
      ((3, false), (nil, true), false), ((nil, true), (3, false), true),
    ] as [((Int?, Bool), (Int?, Bool), Bool)] {
      var map = ring()
      let way = map.ways.removeLast()
      for (number, isDeleted) in [first, second] {
        var version = way
        version.version = TinyMap.Version(number: number, isDeleted: isDeleted)
        if isDeleted { (version.nodes, version.tags) = ([], [:]) }
        map.ways.append(version)
      }
      let network = try imported(map, as: format)
      #expect(
        try network.tables() == (isThere ? expected : without.imported().tables()),
        "\(first), \(second)")
      #expect(network.summary.olderVersions == 1)
      #expect(network.summary.deletedElements == (isThere ? 0 : 1))
      #expect(network.summary.waysRead == 6)
    }
  }

  @Test("a later version decides even if no van or walker may use it", arguments: formats)
  func closing(_ format: String) throws {
    var map = ring()
    var later = map.ways[4]
    later.tags = ["highway": "construction", "oneway": "reversible"]
    map.ways[4].tags["oneway"] = "reversible"
    map.ways.append(later)
    let network = try imported(map, as: format)
    #expect(network.edge("1", "3") == nil)
    #expect(network.summary.reversibleWays == 0)
    #expect(network.summary.olderVersions == 1)
  }

  @Test("the last version of a node holds", arguments: formats)
  func nodes(_ format: String) throws {
    var moved = ring()
    moved.nodes[2].north = 3
    let expected = try moved.imported().tables()
    for (numbers, isFirstLast) in [([1, 2], false), ([2, 1], true), ([nil, nil], false)] {
      var map = isFirstLast ? moved : ring()
      map.nodes[2].version = TinyMap.Version(number: numbers[0])
      var other = (isFirstLast ? ring() : moved).nodes[2]
      other.version = TinyMap.Version(number: numbers[1])
      map.nodes.append(other)
      let network = try imported(map, as: format)
      #expect(try network.tables() == expected, "\(numbers)")
      #expect(network.summary.olderVersions == 1)
      #expect(network.summary.nodesRead == 7)
    }
    // A street whose node is deleted lacks it.
    var map = ring()
    var deleted = map.nodes[1]
    deleted.version = TinyMap.Version(number: 2, isDeleted: true)
    map.nodes.append(deleted)
    let network = try imported(map, as: format)
    #expect(network.summary.roads.incompletePieces == 3)
    #expect(network.summary.deletedElements == 1)
  }

  @Test("the last version of a turn restriction holds", arguments: formats)
  func relations(_ format: String) throws {
    for (numbers, isDeleted, honoured) in [
      ([1, 2], true, 0), ([2, 1], true, 1), ([nil, nil], true, 0), ([1, 2], false, 0),
      ([2, 1], false, 1),
    ] {
      var map = ring()
      map.restriction("no_left_turn", from: [12], via: 3, to: [11])
      map.relations[0].version = TinyMap.Version(number: numbers[0])
      var later = map.relations[0]
      later.version = TinyMap.Version(number: numbers[1], isDeleted: isDeleted)
      later.tags["except"] = "psv"
      map.relations.append(later)
      let summary = try imported(map, as: format).summary
      #expect(summary.restrictions.honoured == honoured, "\(numbers)")
      #expect(summary.restrictions.notForVans == (honoured == 0 && !isDeleted ? 1 : 0))
      #expect(summary.olderVersions == 1)
      #expect(summary.relationsRead == 2)
    }
  }
}
