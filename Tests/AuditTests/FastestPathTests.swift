import Audit
import Journal
import Mobility
import TestSupport
import Testing

@Suite("Fastest paths")
struct FastestPathTests {
  /// A last drive shows both figures: it begins as late as its time allows, and has its length.
  @Test("drives between random places are those of Floyd and Warshall", arguments: 0..<10)
  func randomNetworks(block: Int) {
    var ties = 0
    for seed in block * 20..<block * 20 + 20 {
      let network = RandomNetwork(seed: seed)
      ties += network.ties
      for end in 1..<RandomNetwork.nodes {
        let (ms, metres) = network.shortest[0][end]
        let leaves = Instant(milliseconds: Instant(hour: 10).milliseconds - Int32(ms))
        let arrived = Event.arrived(v(0), at: p(end), driven: Meters(Int32(metres)))
        let records = [
          line("9:00:00", .onDuty(v(0), at: p(0))),
          Record(leaves, .departed(v(0), from: p(0), to: p(end))),
          line("10:00:00", arrived),
          line("10:00:00", .offDuty(v(0), at: p(end))),
        ]
        let day = AuditedDay(trace: Trace(day: 0, records: records), requests: Column([Request]()))
        let findings = Auditor(network.inputs(end: end)).findings(in: day)
        #expect(findings.map(\.description) == [], "seed \(seed)")
      }
    }
    #expect(ties > 20, "hardly a drive had to be chosen by its length")
  }
}

/// Few nodes, many roads, and times that often tie.
struct RandomNetwork {
  static let nodes = 8

  var roads: [AuditInputs.Road] = []
  /// By node and node: milliseconds, then metres.
  var shortest: [[(ms: Int, metres: Int)]]
  var ties = 0

  init(seed: Int, metres lengths: ClosedRange<Int> = 1...900) {
    var generator = SeededGenerator(seed: seed)
    let far = (ms: 10_000_000, metres: 0)
    shortest = Array(repeating: Array(repeating: far, count: Self.nodes), count: Self.nodes)
    for node in 0..<Self.nodes { shortest[node][node] = (0, 0) }
    for index in 0..<30 {
      // A ring makes every node reachable.
      let from = index < Self.nodes ? index : Int.random(in: 0..<Self.nodes, using: &generator)
      let step = index < Self.nodes ? 1 : Int.random(in: 1..<Self.nodes, using: &generator)
      let to = (from + step) % Self.nodes
      let ms = 10_000 * Int.random(in: 1...4, using: &generator)
      let metres = Int.random(in: lengths, using: &generator)
      roads.append(
        AuditInputs.Road(
          from: NodeID(from), to: NodeID(to), duration: TimeSpan(milliseconds: Int32(ms)),
          length: Meters(Int32(metres))))
      if (ms, metres) < shortest[from][to] { shortest[from][to] = (ms, metres) }
    }
    for via in 0..<Self.nodes {
      for from in 0..<Self.nodes {
        for to in 0..<Self.nodes {
          let (first, second) = (shortest[from][via], shortest[via][to])
          let detour = (ms: first.ms + second.ms, metres: first.metres + second.metres)
          if detour.ms == shortest[from][to].ms, detour.metres != shortest[from][to].metres {
            ties += 1
          }
          if detour < shortest[from][to] { shortest[from][to] = detour }
        }
      }
    }
  }

  func inputs(
    end: Int?, rules: ServiceRules = HandMadeDay.inputs.rules
  ) -> AuditInputs {
    AuditInputs(
      roads: roads, places: Column((0..<Self.nodes).map { NodeID($0) }),
      vehicles: Column([van(0, from: 0, to: end, seats: 4, opens: "9:00:00", closes: "10:00:00")]),
      vehicleNames: Column(["van"]), rules: rules, refusalWait: .zero)
  }
}
