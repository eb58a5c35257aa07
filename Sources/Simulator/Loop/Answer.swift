public import Mobility

/// What a request was answered, and when.
public struct Answer: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case accepted(by: VehicleID, Promise)
    case refused(Refusal)
  }

  public let time: Instant
  public let outcome: Outcome

  public init(time: Instant, outcome: Outcome) {
    self.time = time
    self.outcome = outcome
  }

  public var isAccepted: Bool {
    if case .accepted = outcome { true } else { false }
  }
}
