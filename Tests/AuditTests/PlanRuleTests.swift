import Audit
import Journal
import Mobility
import TestSupport
import Testing

@Suite("What a plan says")
struct PlanRuleTests {
  /// The rules broken when the last plan of van 1 with two stops or more is another.
  private func broken(_ change: ([TimedStop]) -> [TimedStop]) throws -> Set<Rule> {
    var records = HandMadeDay.day.trace.records
    let last = try #require(
      records.lastIndex { record in
        if case .replanned(v(0), let stops) = record.event { stops.count > 1 } else { false }
      })
    guard case .replanned(let van, let stops) = records[last].event else { return [] }
    records[last] = Record(records[last].time, .replanned(van, change(stops)))
    return Set(Auditor(HandMadeDay.inputs).findings(in: HandMadeDay.day(records)).map(\.rule))
  }

  @Test("is sound as it is")
  func sound() throws {
    #expect(try broken { $0 } == [])
  }

  @Test("leaves out a party, has it twice, or one of another van")
  func parties() throws {
    #expect(try broken { Array($0.dropLast()) } == [.plan])
    #expect(try broken { $0 + [$0[$0.count - 1]] } == [.plan])
    #expect(
      try broken { $0 + [TimedStop(Stop(.dropoff, of: r(0), at: p(2)), at: $0[1].time)] } == [.plan]
    )
  }

  @Test("has a stop elsewhere than was promised")
  func places() throws {
    let found = try broken { stops in
      var stops = stops
      let stop = stops[1].stop
      stops[1] = TimedStop(
        Stop(stop.purpose, of: stop.request, at: p(stop.place.index == 0 ? 1 : 0)),
        at: stops[1].time)
      return stops
    }
    #expect(found == [.plan])
  }

  @Test("lets a party off before it boards")
  func order() throws {
    #expect(try broken { $0.reversed() } == [.plan])
  }

  @Test("says another time than what comes, or one that is past", arguments: [-1, 1, -86_400_000])
  func times(change: Int32) throws {
    let found = try broken { stops in
      stops.enumerated().map { position, planned in
        let change = TimeSpan(milliseconds: position == 0 ? change : 0)
        return TimedStop(planned.stop, at: planned.time + change)
      }
    }
    #expect(found == [.plan])
  }

  @Test("names who is in the inputs")
  func unknown() throws {
    let found = try broken {
      $0 + [TimedStop(Stop(.pickup, of: r(99), at: p(0)), at: $0[0].time)]
    }
    #expect(found.contains(.unknownID))
  }
}
