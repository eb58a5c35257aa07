import ArgumentParser
import Foundation
import Importers
import Mobility
import RoadNetwork
import ScenarioFiles

struct NetworkInfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Count what is in a road network.")

  @Argument(help: "A folder with nodes.csv and roads.csv.")
  var network: String

  @Flag(help: "Print JSON for machines.")
  var json = false

  func run() async throws {
    try await Failure.reporting {
      let info = Info(try NetworkFolder(reading: network))
      guard json else {
        try Streams.show(info.text)
        return
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.keyEncodingStrategy = .convertToSnakeCase
      try Streams.show(String(decoding: try encoder.encode(info), as: UTF8.self))
    }
  }

  private struct Info: Encodable {
    struct Extent: Encodable {
      let west, south, east, north: Double
    }

    let nodes: Int
    let edges: Int
    /// Each direction counts.
    let km: Double
    let kmByClass: [String: Double]
    let components: Int
    let largestComponentNodes: Int
    let extent: Extent
    let digest: String

    init(_ folder: NetworkFolder) {
      let network = folder.network
      nodes = network.nodeCount
      edges = network.edgeCount
      let ids = network.head.ids
      kmByClass = Dictionary(
        uniqueKeysWithValues: RoadClass.allCases.map { roadClass in
          let meters = ids.reduce(0) { sum, edge in
            network.roadClass[edge] == roadClass ? sum + Int(network.length[edge].count) : sum
          }
          return (roadClass.rawValue, Double(meters) / 1000)
        })
      km = Double(network.length.values.reduce(0) { $0 + Int($1.count) }) / 1000
      let arcs = network.coordinates.ids.flatMap { tail in
        network.edges(from: tail).map { edge in
          (tail: Int32(tail.index), head: Int32(network.head[edge].index))
        }
      }
      let strong = StrongComponents(vertexCount: network.nodeCount, arcs: arcs)
      components = strong.count
      largestComponentNodes = strong.largestCount
      let latitudes = network.coordinates.values.map { $0.latitude }
      let longitudes = network.coordinates.values.map { $0.longitude }
      extent = Extent(
        west: longitudes.min() ?? 0, south: latitudes.min() ?? 0, east: longitudes.max() ?? 0,
        north: latitudes.max() ?? 0)
      digest = folder.digest
    }

    var text: String {
      let classes = RoadClass.allCases.map { roadClass in
        String(format: "%@ %.1f km", roadClass.rawValue, kmByClass[roadClass.rawValue] ?? 0)
      }
      let largest = "\(largestComponentNodes) node\(largestComponentNodes == 1 ? "" : "s")"
      return """
        nodes: \(nodes)
        directed edges: \(edges), \(String(format: "%.1f", km)) km
        by class, each direction counted: \(classes.joined(separator: ", "))
        strongly connected components: \(components), \(largest) in the largest
        extent: \(extent.west),\(extent.south),\(extent.east),\(extent.north)
        digest: \(digest)
        """
    }
  }
}
