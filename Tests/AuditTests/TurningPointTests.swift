import Audit
import Journal
import Mobility
import TestSupport
import Testing

@Suite("Turning points")
struct TurningPointTests {
  /// One van, on its way with a rider, is sent for another: at each node in turn.
  @Test("a van may turn at the next node of a shortest way, and nowhere else")
  func next() {
    var (allowed, refused, choices) = (0, 0, 0)
    for seed in 0..<200 {
      let detour = Detour(seed: seed)
      let expected = detour.nextNodes
      if expected.count > 1 { choices += 1 }
      for node in 0..<RandomNetwork.nodes {
        let findings = detour.findings(turningAt: node)
        if expected.contains(node) {
          allowed += 1
          #expect(findings.map(\.description) == [], "seed \(seed), node \(node)")
        } else {
          refused += 1
          #expect(findings.map(\.rule).contains(.diversion), "seed \(seed), node \(node)")
        }
      }
    }
    #expect(allowed >= 200)
    #expect(refused > 800)
    #expect(choices > 5, "shortest ways hardly ever tied")
  }
}

/// From node 0 to one node, and on the way there to another.
private struct Detour {
  let network: RandomNetwork
  let to: Int
  let instead: Int
  let left = at("9:00:30")
  let now: Instant

  init(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    network = RandomNetwork(seed: seed, metres: 1...1)
    let (first, second) = (1..<RandomNetwork.nodes, 1..<RandomNetwork.nodes - 1)
    to = Int.random(in: first, using: &generator)
    instead = (to + Int.random(in: second, using: &generator)) % RandomNetwork.nodes
    // Nodes are whole tens of seconds apart: half of the moments are just at one.
    let steps = Int32(network.shortest[0][to].ms / 5000)
    now = left + Int32.random(in: 1...steps, using: &generator) * TimeSpan.seconds(5)
  }

  /// By trying every way without a circle.
  var nextNodes: Set<Int> {
    var found: Set<Int> = []
    func walk(_ way: [(node: Int, time: Instant)], _ ms: Int, _ metres: Int) {
      guard let last = way.last, (ms, metres) <= network.shortest[0][to] else { return }
      if last.node == to, (ms, metres) == network.shortest[0][to] {
        found.formUnion(way.first { $0.time >= now }.map { [$0.node] } ?? [])
      }
      for road in network.roads where road.tail.index == last.node {
        guard !way.contains(where: { $0.node == road.head.index }) else { continue }
        walk(
          way + [(road.head.index, last.time + road.duration)],
          ms + Int(road.duration.milliseconds), metres + Int(road.length.count))
      }
    }
    walk([(0, left)], 0, 0)
    return found
  }

  func findings(turningAt node: Int) -> [Finding] {
    let nodes = RandomNetwork.nodes
    func drive(_ from: Int, _ to: Int) -> (time: TimeSpan, length: Meters) {
      let (ms, metres) = network.shortest[from][to]
      return (TimeSpan(milliseconds: Int32(ms)), Meters(Int32(metres)))
    }
    let turn = node == to ? p(to) : p(nodes + node)
    let (before, after, last) = (drive(0, node), drive(node, instead), drive(instead, to))
    let comes = left + before.time + after.time
    let boards = comes + .seconds(20)
    let leaves = boards + .seconds(10)
    let ends = leaves + last.time
    let requests = Column<Request, Request>([
      request(0, booked: "8:50:00", desired: "9:00:00", from: [access(0)], to: [access(to)]),
      Request(
        id: r(1), booked: now, desired: now, boarding: .seconds(10), pickups: [access(instead)],
        dropoffs: [access(to)]),
    ])
    let rules = DivertedDay.rules(diversion: true)
    func accept(_ index: Int, direct: TimeSpan, boarding: Instant) -> Event {
      let request = requests[r(index)]
      let terms = rules.terms(
        for: request, from: request.pickups[0], to: request.dropoffs[0], direct: direct)
      let promise = rules.promise(of: terms, boarding: boarding, arrival: ends)
      return .accepted(r(index), by: v(0), promise)
    }
    let records = [
      line("8:50:00", .booked(r(0))),
      line("8:50:00", accept(0, direct: drive(0, to).time, boarding: at("9:00:20"))),
      line("8:50:00", .replanned(v(0))),
      line("9:00:00", .onDuty(v(0), at: p(0))),
      line("9:00:00", .halted(v(0), at: p(0))),
      line("9:00:20", .boarded(r(0), on: v(0), at: p(0))),
      line("9:00:30", .departed(v(0), from: p(0), to: p(to))),
      Record(now, .booked(r(1))),
      Record(now, accept(1, direct: last.time, boarding: boards)),
      Record(now, .replanned(v(0))),
      Record(now, .diverted(v(0), at: turn, to: p(instead))),
      Record(comes, .arrived(v(0), at: p(instead), driven: before.length + after.length)),
      Record(boards, .boarded(r(1), on: v(0), at: p(instead))),
      Record(leaves, .departed(v(0), from: p(instead), to: p(to))),
      Record(ends, .arrived(v(0), at: p(to), driven: last.length)),
      Record(ends, .alighted(r(0), from: v(0), at: p(to))),
      Record(ends, .alighted(r(1), from: v(0), at: p(to))),
      line("10:00:00", .offDuty(v(0), at: p(to))),
    ]
    let auditor = Auditor(network.inputs(end: nil, rules: rules))
    return auditor.findings(
      in: AuditedDay(trace: Trace(day: 0, records: records.withPlans), requests: requests))
  }
}
