public import Mobility

/// One way in which a run differs from what its inputs and the rules imply.
public struct Finding: Hashable, Sendable {
  public let rule: Rule
  /// `nil` for a figure over all days.
  public let day: Int?
  /// Position in the trace of the day, from 0; `nil` where something is missing from it.
  public let record: Int?
  public let vehicle: VehicleID?
  public let request: RequestID?
  /// Whom it concerns, what was expected and what was found.
  public let text: String

  public init(
    _ rule: Rule, day: Int?, record: Int? = nil, vehicle: VehicleID? = nil,
    request: RequestID? = nil, text: String
  ) {
    self.rule = rule
    self.day = day
    self.record = record
    self.vehicle = vehicle
    self.request = request
    self.text = text
  }
}

extension Finding: CustomStringConvertible {
  /// One line for planners; lines of a trace count from 1 within its day.
  public var description: String {
    let place = day.map { "day \($0)" } ?? "all days"
    let line = record.map { ", line \($0 + 1)" } ?? ""
    return "\(place)\(line): \(text)"
  }
}
