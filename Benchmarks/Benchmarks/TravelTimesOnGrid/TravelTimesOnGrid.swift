import Foundation
import Mobility
import RoadNetwork

/// Writes a grid and random questions as CSV, answers them, and prints what took how long.
///
/// `compare_routingkit.py` asks RoutingKit the same in the same run.
@main
struct TravelTimesOnGrid {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let side = Int(arguments[1]), side > 0 else {
      print("usage: TravelTimesOnGrid SIDE FOLDER")
      exit(64)
    }
    let folder = URL(fileURLWithPath: arguments[2])
    let network = StreetGrid(side: side, seed: 1).network
    let begun = clock()
    let labels = RoutingIndex(network).labels
    let built = clock()
    var numbers = SeededGenerator(seed: 7)
    let questions = (0..<100_000).map { _ in
      (
        from: NodeID(.random(in: 0..<network.nodeCount, using: &numbers)),
        to: NodeID(.random(in: 0..<network.nodeCount, using: &numbers))
      )
    }
    let asked = clock()
    let answers = questions.map { labels.weight(from: $0.from, to: $0.to).duration }
    let answered = clock()

    let nodes = network.coordinates.values.map { "\($0.latitude),\($0.longitude)" }
    try write(["latitude_deg,longitude_deg"] + nodes, to: "nodes.csv", in: folder)
    let roads = network.head.ids.map {
      "\(network.tail(of: $0).index),\(network.head[$0].index),\(network.duration[$0].milliseconds)"
    }
    try write(["from,to,duration_ms"] + roads, to: "roads.csv", in: folder)
    let table = zip(questions, answers).map {
      "\($0.from.index),\($0.to.index),\($1.milliseconds)"
    }
    try write(["from,to,duration_ms"] + table, to: "questions.csv", in: folder)
    print("\(seconds(built - begun)),\(seconds(answered - asked) / Double(questions.count))")
  }

  private static func seconds(_ ticks: clock_t) -> Double {
    Double(ticks) / Double(CLOCKS_PER_SEC)
  }

  private static func write(_ lines: [String], to name: String, in folder: URL) throws {
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: folder.appendingPathComponent(name))
  }
}
