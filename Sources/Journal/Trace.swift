/// Everything that happened on one service day, in order of time: a run's only result.
public struct Trace: Hashable, Sendable {
  public let day: Int
  public var records: [Record]

  public init(day: Int, records: [Record] = []) {
    self.day = day
    self.records = records
  }
}
