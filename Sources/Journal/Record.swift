public import Mobility

/// An event and its moment.
public struct Record: Hashable, Sendable {
  public let time: Instant
  public let event: Event

  public init(_ time: Instant, _ event: Event) {
    self.time = time
    self.event = event
  }
}
