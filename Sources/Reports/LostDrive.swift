import Journal
public import Mobility
import ScenarioModel

/// A vehicle that is diverted at a place which its way does not lead to.
public struct LostDrive: Hashable, Sendable {
  public let day: Int
  public let vehicle: VehicleID

  /// The first of a strategy's days; `nil` in the traces of a simulation.
  public static func first(
    in strategy: RunResults.StrategyRun, of results: RunResults
  ) -> LostDrive? {
    guard results.scenario.rules.diversion else { return nil }
    for (trace, bookings) in zip(strategy.traces, results.bookings) {
      let vehicle = TrackRecorder.lostVehicle(
        of: trace, requests: bookings.map(\.request), in: results.scenario)
      if let vehicle { return LostDrive(day: trace.day, vehicle: vehicle) }
    }
    return nil
  }
}
