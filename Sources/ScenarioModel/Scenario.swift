public import Mobility
public import RoadNetwork

/// A service, its town and its demand, checked: whatever has this type can be simulated.
public struct Scenario: Sendable {
  /// How many days one may have: at most ten years.
  public static let possibleDays = 1...3660

  public var name: String
  public var title: Text
  /// What is synthetic or assumed; every report repeats it.
  public var remarks: [Text]
  public var days: Int
  public var seed: UInt64
  public var network: RoadNetwork
  public var places: Column<Place, NamedPlace>
  public var travelTimes: TravelTimes
  public var vehicles: Column<Vehicle, Vehicle>
  public var vehicleNames: Column<Vehicle, String>
  public var rules: ServiceRules
  public var weights: Weights
  /// What a refused rider's wait counts as in `wait_penalised`.
  public var refusalWait: TimeSpan
  public var demand: Demand
  /// `nil` where nothing is known of how parties walk: they come from stops.
  public var walkers: Walkers?
  public var strategies: [StrategySettings]

  public init(
    name: String, title: Text, remarks: [Text], days: Int, seed: UInt64, network: RoadNetwork,
    places: Column<Place, NamedPlace>, travelTimes: TravelTimes,
    vehicles: Column<Vehicle, Vehicle>, vehicleNames: Column<Vehicle, String>,
    rules: ServiceRules, weights: Weights, refusalWait: TimeSpan, demand: Demand,
    walkers: Walkers? = nil, strategies: [StrategySettings]
  ) {
    self.name = name
    self.title = title
    self.remarks = remarks
    self.days = days
    self.seed = seed
    self.network = network
    self.places = places
    self.travelTimes = travelTimes
    self.vehicles = vehicles
    self.vehicleNames = vehicleNames
    self.rules = rules
    self.weights = weights
    self.refusalWait = refusalWait
    self.demand = demand
    self.walkers = walkers
    self.strategies = strategies
  }
}
