import Audit
import Journal
import TestSupport
import Testing

@Suite("Mutations")
struct MutationTests {
  /// What no audit can tell from a trace: why, and how late, the vehicles' limits refused somebody.
  @Test("of 500 single changes to the hand-made day at least 99 in 100 are caught")
  func mutations() throws {
    let auditor = Auditor(HandMadeDay.inputs)
    let mutations = try (0..<500).map { seed in
      try #require(TraceMutation(of: HandMadeDay.day.trace, seed: seed))
    }
    let escaped = mutations.filter {
      auditor.findings(in: HandMadeDay.day($0.trace.records)).isEmpty
    }
    for kind in TraceMutation.Kind.allCases {
      let made = mutations.count { $0.kind == kind }
      let missed = escaped.count { $0.kind == kind }
      #expect(made > 20)
      print("\(kind.rawValue): \(missed) of \(made) escaped")
    }
    for mutation in escaped { print("escaped:", mutation.description) }
    #expect(escaped.count <= 5)
  }

  @Test("a mutation is the same for the same seed, and always changes the trace")
  func seeded() throws {
    for seed in 0..<100 {
      let one = try #require(TraceMutation(of: HandMadeDay.day.trace, seed: seed))
      let again = try #require(TraceMutation(of: HandMadeDay.day.trace, seed: seed))
      #expect(one.trace == again.trace)
      #expect(one.trace != HandMadeDay.day.trace)
    }
  }
}
