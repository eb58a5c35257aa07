public import Mobility

/// What the figures of a day need beside its trace.
public struct DayInputs: Sendable {
  /// Every request of the day, served or not.
  public let requests: Column<Request, Request>
  public let vehicles: Column<Vehicle, Vehicle>
  /// What a refused rider's wait counts as in `wait_penalised`.
  public let refusalWait: TimeSpan

  public init(
    requests: Column<Request, Request>, vehicles: Column<Vehicle, Vehicle>, refusalWait: TimeSpan
  ) {
    self.requests = requests
    self.vehicles = vehicles
    self.refusalWait = refusalWait
  }
}
