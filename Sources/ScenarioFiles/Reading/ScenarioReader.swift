public import Mobility
import RoadNetwork
public import ScenarioModel

/// Reads scenario files; what it returns can be simulated.
public enum ScenarioReader {
  /// Reads a scenario with everything it names, and throws all problems of all files at once.
  ///
  /// An override is what `--set` changes: a path of keys joined by dots, and the new text of the
  /// field; "null" removes it. `strategies` are those that a scenario may name.
  public static func read(
    _ path: String, overrides: [(key: String, value: String)] = [],
    strategies: [StrategyDescription]
  ) throws(InputErrors) -> Scenario {
    let findings = Findings()
    let tree = ScenarioTree.read(path, overrides: overrides, findings: findings)
    let root = tree.flatMap {
      Section($0, path: "", at: .file(path), known: keys, findings: findings)
    }
    let parts = root.flatMap { Parts($0, strategies: strategies, findings: findings) }
    try findings.check()
    guard let parts else { preconditionFailure("reading failed without a finding") }
    return try parts.scenario(findings)
  }

  private static let keys = [
    "extends", "name", "title", "remarks", "days", "seed", "network", "stops", "depots", "service",
    "fleet", "demand", "strategies",
  ]
}

/// The sections of a scenario file, read but not yet put together.
private struct Parts {
  let root: Section
  let name: String
  let title: Text
  let remarks: [Text]
  let days: Int
  let seed: UInt64
  let network: NetworkSection
  let places: PlacesSections
  let service: ServiceSection
  let fleet: FleetSection
  let demand: DemandSection
  let strategies: StrategiesSection

  /// Reads every section, whatever is wrong with another, so that all problems are found.
  init?(_ root: Section, strategies known: [StrategyDescription], findings: Findings) {
    let name = root.required("name", .slug)
    let title = root.section("title", known: Text.keys)?.text
    let remarks = root.has("remarks") ? root.sections("remarks", known: Text.keys) : []
    let remarkTexts = remarks?.compactMap { $0.text }
    let days = root.required("days", .whole(Scenario.possibleDays))
    let seed = root.required("seed", .whole(0...UInt64.max))
    let network = NetworkSection(root)
    let places = PlacesSections(root, findings: findings)
    let service = ServiceSection(root)
    let fleet = FleetSection(root, places: places)
    let demand = DemandSection(root, places: places)
    let strategies = StrategiesSection(root, known: known)
    guard let name, let title, let remarkTexts, let days, let seed, let network, let places,
      let service, let fleet, let demand, let strategies
    else { return nil }
    self.root = root
    self.name = name
    self.title = title
    self.remarks = remarkTexts
    self.days = days
    self.seed = seed
    self.network = network
    self.places = places
    self.service = service
    self.fleet = fleet
    self.demand = demand
    self.strategies = strategies
  }

  func scenario(_ findings: Findings) throws(InputErrors) -> Scenario {
    size.check(root)
    let placing = PlacesOnNetwork(roads: network, findings: findings)
    let named = placing.places(places.entries)
    try findings.check()
    demand.checkDoors(
      by: DoorDistances(to: named, farthestPlace: network.farthestPlace))
    let times = placing.travelTimes(
      named, places.entries, turningPoints: service.rules.diversion ? .nodes : .none)
    if let times { fleet.check(with: times) }
    try findings.check()
    guard let times else { preconditionFailure("no travel times, and no finding why") }
    return Scenario(
      name: name, title: title, remarks: remarks, days: days, seed: seed,
      network: network.network, places: named, travelTimes: times, vehicles: fleet.vehicles,
      vehicleNames: fleet.names, rules: service.rules, weights: service.weights,
      refusalWait: service.refusalWait, demand: demand(named, times),
      walkers: demand.walkers, strategies: strategies.settings)
  }

  private var size: RunSize {
    let bookings =
      switch demand {
      case .model(let model, _): model.bookingsPerDay
      case .list(let list): Double(list.entries.count)
      }
    return RunSize(
      days: days, bookingsPerDay: bookings, vehicles: fleet.vehicles.count,
      strategies: strategies.settings.count)
  }

  private func demand(_ named: Column<Place, NamedPlace>, _ times: TravelTimes) -> Demand {
    switch demand {
    case .model(let model, _): .synthetic(model)
    case .list(let list):
      .listed(
        BookingList(list: list, places: named, travelTimes: times, rules: service.rules).bookings)
    }
  }
}

extension Text {
  fileprivate static let keys = ["en", "ja"]
}

extension Section {
  fileprivate var text: Text? {
    let english = required("en", .text)
    let japanese = required("ja", .text)
    guard let english, let japanese else { return nil }
    return Text(english: english, japanese: japanese)
  }
}
