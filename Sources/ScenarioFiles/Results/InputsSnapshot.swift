public import Foundation
public import Mobility
public import RoadNetwork
public import ScenarioModel

/// Everything that decides a run apart from the strategies, as its result folder keeps it.
///
/// Its files depend on the values alone, not on how a scenario file spells them.
public struct InputsSnapshot: Sendable {
  public struct Day: Hashable, Sendable {
    public let number: Int
    public let bookings: [Booking]

    /// Bookings in the order of their requests' ids, which are their positions.
    public init(number: Int, bookings: [Booking]) {
      precondition(
        bookings.enumerated().allSatisfy { $0.element.request.id.index == $0.offset },
        "requests are numbered in order")
      self.number = number
      self.bookings = bookings
    }
  }

  public let network: RoadNetwork
  public let places: Column<Place, NamedPlace>
  public let vehicles: Column<Vehicle, Vehicle>
  public let vehicleNames: Column<Vehicle, String>
  public let rules: ServiceRules
  public let weights: Weights
  public let refusalWait: TimeSpan
  public let days: [Day]

  /// `days` are the service days with their bookings, as they were simulated.
  public init(_ scenario: Scenario, days: [Day]) {
    network = scenario.network
    places = scenario.places
    vehicles = scenario.vehicles
    vehicleNames = scenario.vehicleNames
    rules = scenario.rules
    weights = scenario.weights
    refusalWait = scenario.refusalWait
    self.days = days
  }

  public static let tableNames = ["days", "nodes", "places", "requests", "roads", "vehicles"]
    .map { "inputs/\($0).csv" }
  public static let rulesName = "inputs/rules.json"

  /// Paths in the result folder with their bytes, in order.
  public var files: [(path: String, bytes: Data)] {
    [
      ("inputs/days.csv", daysTable),
      ("inputs/nodes.csv", nodesTable),
      ("inputs/places.csv", placesTable),
      ("inputs/requests.csv", requestsTable),
      ("inputs/roads.csv", roadsTable),
      (Self.rulesName, CanonicalJSON.data(RulesRecord(self))),
      ("inputs/vehicles.csv", vehiclesTable),
    ]
  }

  /// The SHA-256 of these inputs with the strategies and their parameters: what a run depends on.
  public func digest(strategies: [StrategySettings]) -> String {
    var digest = SHA256()
    // Sizes before contents: no two lists of files have the same bytes.
    for (path, bytes) in files {
      digest.update(Data("\(path) \(bytes.count)\n".utf8))
      digest.update(bytes)
    }
    for strategy in strategies {
      let parameters = strategy.values.map { ParameterRecord(name: $0.name, value: $0.value) }
      digest.update(Data("strategy \(strategy.id)\n".utf8))
      digest.update(CanonicalJSON.data(parameters))
    }
    return digest.hexadecimal
  }
}
