public import Mobility

/// Everything that happened on one service day, in order of time: a run's only result.
public struct Trace: Hashable, Sendable {
  public let day: Int
  public var records: [Record]

  public init(day: Int, records: [Record] = []) {
    self.day = day
    self.records = records
  }
}

/// An event and its moment.
public struct Record: Hashable, Sendable {
  public let time: Instant
  public let event: Event

  public init(_ time: Instant, _ event: Event) {
    self.time = time
    self.event = event
  }
}
