import Foundation
import Mobility
import RoadNetwork

let metersPerDegree = 111_195.0

func cosine(ofDegrees degrees: Double) -> Double { cos(degrees * .pi / 180) }

/// The streets of a network as lines to draw: both directions as one, from crossing to crossing.
struct StreetLines {
  private let network: RoadNetwork
  /// By node, each neighbour once with the class of the road there.
  private let neighbours: [[(node: NodeID, roadClass: RoadClass)]]

  init(_ network: RoadNetwork) {
    var neighbours = [[(node: NodeID, roadClass: RoadClass)]](
      repeating: [], count: network.nodeCount)
    func join(_ a: NodeID, _ b: NodeID, _ roadClass: RoadClass) {
      guard !neighbours[a.index].contains(where: { $0.node == b }) else { return }
      neighbours[a.index].append((b, roadClass))
    }
    for tail in network.coordinates.ids {
      for edge in network.edges(from: tail) where network.head[edge] != tail {
        join(tail, network.head[edge], network.roadClass[edge])
        join(network.head[edge], tail, network.roadClass[edge])
      }
    }
    self.network = network
    self.neighbours = neighbours
  }

  /// The large roads last, to be drawn on top; the smallest classes left out beyond `most` roads.
  func streets(atMost most: Int) -> [TownSection.Streets] {
    var streets: [TownSection.Streets] = []
    var count = 0
    for roadClass in RoadClass.allCases {
      let roads = neighbours.reduce(0) { $0 + $1.count { $0.roadClass == roadClass } } / 2
      count += roads
      guard roads > 0, count <= most || streets.isEmpty else { continue }
      streets.append(
        TownSection.Streets(roadClass: roadClass.rawValue, lines: lines(of: roadClass)))
    }
    return streets.reversed()
  }

  private func lines(of roadClass: RoadClass) -> [String] {
    let onward = neighbours.map { all in all.filter { $0.roadClass == roadClass }.map(\.node) }
    var isDrawn = onward.map { $0.map { _ in false } }
    var lines: [String] = []

    func draw(_ tail: Int, _ exit: Int) -> NodeID {
      let head = onward[tail][exit]
      isDrawn[tail][exit] = true
      if let back = onward[head.index].firstIndex(of: NodeID(tail)) {
        isDrawn[head.index][back] = true
      }
      return head
    }

    // Lines begin where streets meet or end; what is left then are rings.
    for takesRings in [false, true] {
      for start in onward.indices where takesRings || onward[start].count != 2 {
        for exit in onward[start].indices where !isDrawn[start][exit] {
          var line = EncodedLine()
          line.append(network.coordinates[NodeID(start)])
          var node = draw(start, exit)
          line.append(network.coordinates[node])
          while onward[node.index].count == 2,
            let next = isDrawn[node.index].firstIndex(of: false)
          {
            node = draw(node.index, next)
            line.append(network.coordinates[node])
          }
          lines.append(line.text)
        }
      }
    }
    return lines
  }
}
