public import Mobility

/// Gives each request, as it is booked, the cheapest feasible place in all plans as they stand.
///
/// Nobody's promise is touched, and a request that can be served without moving others is never
/// refused. Ties go to the vehicle with the lowest id, then the nearer places, the earlier pick-up
/// position, and the earlier drop-off position.
public struct GreedyInsertion: DispatchStrategy {
  public static let description = StrategyDescription(
    id: "greedy",
    summary: "Inserts each request, as it is booked, where it adds least cost; never re-plans.",
    parameters: [
      Parameter(
        "delays", .flag, standard: .flag(true),
        summary: "Whether riders who are promised already can be made to board or arrive later."),
      Parameter(
        "diversion", .flag, standard: .flag(true),
        summary: "Whether vans are diverted between two stops, where the service allows it."),
    ])

  public private(set) var effort = Effort()
  private let service: Service
  private let settings: StrategySettings
  /// Made at the first question, when the fleet is known.
  private var search: FleetSearch?

  public init(_ settings: StrategySettings, service: Service) {
    self.service = service
    self.settings = settings
  }

  public mutating func decide(in situation: Situation) -> [Decision] {
    effort.decisions += 1
    var search =
      self.search
      ?? FleetSearch(
        service: service, vehicleCount: situation.vehicles.count,
        mayDelay: settings.flag("delays"))
    self.search = nil
    for vehicle in situation.changed {
      search.update(vehicle, known(situation.vehicles[vehicle]))
    }
    let (changed, unserved) = search.insertAll(situation.open, at: situation.now)
    effort.insertionsTried = search.tried
    effort.insertionCost = search.insertedCost
    self.search = search
    return changed.map { .follow($0.vehicle.id, $0.schedule.route) }
      + unserved.map { .refuse($0.request, $0.reason) }
  }

  /// Without diversion, a vehicle under way is committed to its next stop, if it has one.
  private func known(_ state: VehicleState?) -> VehicleState? {
    guard let state, state.anchor.isPassing, !state.schedule.stops.isEmpty,
      !settings.flag("diversion")
    else { return state }
    return state.committed(in: service)
  }
}
