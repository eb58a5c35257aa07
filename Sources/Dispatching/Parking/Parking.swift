public import Mobility

/// Where idle vehicles wait for work; set for every strategy alike.
///
/// A vehicle is looked at when its last halt is over and when it has come where it was sent. One that
/// waits for riders, or has any stop to make, is left alone.
public struct Parking: Sendable {
  public static let parameters = [
    Parameter(
      "repositioning", .choice(["stay", "depot", "coverage"]), standard: .choice("stay"),
      summary: "Idle vans stay, go to the depot, or go where together they cover most riders."
    ),
    Parameter(
      "reach", .duration(.minutes(1)...TimeSpan.hours(2)), standard: .duration(.minutes(20)),
      summary: "For coverage: how long a drive to a rider may be for a van to cover the rider."),
    Parameter(
      "fading", .flag, standard: .flag(true),
      summary: "For coverage: whether riders count less the longer the drive to them is."),
    Parameter(
      "busy_percent", .whole(0...99), standard: .whole(50),
      summary: "For coverage: how often a van is taken when somebody asks for it."),
    Parameter(
      "gain_percent", .whole(0...100), standard: .whole(2),
      summary: "For coverage: a van moves to cover so many more of 100 riders, not for less."),
  ]

  private let service: Service
  /// `nil` where vehicles wait at their depots.
  private var coverage: CoverageModel?

  /// `nil` where vehicles stay, as they do under settings that say nothing of it.
  public init?(
    _ settings: StrategySettings, forecast: @autoclosure () -> DemandForecast, service: Service
  ) {
    let choice = settings.has("repositioning") ? settings.choice("repositioning") : "stay"
    guard choice != "stay" else { return nil }
    self.service = service
    if choice == "coverage" {
      coverage = CoverageModel(settings, forecast: forecast(), service: service)
    }
  }

  /// Hears of each booking as it comes in.
  public mutating func note(_ request: Request) {
    coverage?.note(request)
  }

  /// Where a vehicle that stands idle goes to wait; none where it is to stay.
  public mutating func decisions(about vehicle: VehicleID, in situation: Situation) -> [Decision] {
    guard let state = situation.vehicles[vehicle] else { return [] }
    let place = coverage == nil ? depot(of: state, at: situation.now) : nil
    guard let place = place ?? coverage?.place(for: state, in: situation) else { return [] }
    return [.reposition(vehicle, to: place)]
  }

  private func depot(of state: VehicleState, at now: Instant) -> PlaceID? {
    let (here, depot) = (state.anchor.place, state.vehicle.start)
    let canWait = service.canWait(state.vehicle, at: depot, from: here, departing: now)
    return depot != here && canWait ? depot : nil
  }
}
