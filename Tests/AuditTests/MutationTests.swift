import Audit
import Journal
import TestSupport
import Testing

@Suite("Mutations")
struct MutationTests {
  @Test("of 500 single changes to the hand-made day at least 98 in 100 are caught")
  func mutations() throws {
    let auditor = Auditor(HandMadeDay.inputs)
    var escaped: [TraceMutation] = []
    for seed in UInt64(0)..<20000 {
      let mutation = try #require(TraceMutation(of: HandMadeDay.trace, seed: seed))
      if auditor.findings(in: HandMadeDay.day(mutation.trace.records)).isEmpty {
        escaped.append(mutation)
      }
    }
    for kind in TraceMutation.Kind.allCases {
      let ofKind = escaped.filter { $0.kind == kind }
      for mutation in ofKind { print("escaped:", mutation.description) }
    }
    #expect(escaped.count <= 10)
  }
}
