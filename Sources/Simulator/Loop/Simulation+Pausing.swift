public import Dispatching
import Journal
public import Mobility

// A day that is stopped on its way: looked at, copied, gone on with.
//
// A simulation is a value, and so are the strategies: a copy goes on as if nothing else had.
extension Simulation {
  /// Lets happen what happens before `time`.
  public mutating func advance(to time: Instant) throws(StrategyError) {
    while let next = agenda.first, next.time < time {
      guard let entry = agenda.next() else { return }
      try step(entry)
    }
  }

  /// What the strategy sees when it is asked at `time`; all before that has happened.
  ///
  /// Where it is not asked then, what it would see.
  public mutating func situation(decidedAt time: Instant) throws(StrategyError) -> Situation {
    try advance(to: time)
    while let next = agenda.first, next.time == time, next.rank < Occurrence.rankOfDecisions {
      guard let entry = agenda.next() else { break }
      try step(entry)
    }
    return situation(at: time)
  }

  /// Puts a request that has not been booked yet in the place of that with its id.
  public mutating func replace(with request: Request) {
    requests[request.id] = request
    // Bookings were the first to be put into the agenda, in order of their ids.
    agenda.move(
      .rider(.booking, request.id), sequence: request.id.index + 1, to: request.booked)
  }

  /// Goes on until the request is answered, if it is not yet.
  public mutating func answer(to request: RequestID) throws(StrategyError) -> Answer {
    var seen = 0
    while true {
      for record in trace.records[seen...] {
        switch record.event {
        case .accepted(request, let vehicle, let promise):
          return Answer(time: record.time, outcome: .accepted(by: vehicle, promise))
        case .refused(request, let reason):
          return Answer(time: record.time, outcome: .refused(reason))
        default: break
        }
      }
      seen = trace.records.count
      guard let entry = agenda.next() else {
        throw StrategyError(
          strategy: strategyID, day: trace.day, time: requests[request].booked,
          rule: .leftUnanswered(request))
      }
      try step(entry)
    }
  }
}
