import Mobility
import ScenarioModel

/// `demand`: a model that bookings are drawn from, or a list of requests.
enum DemandSection {
  case model(DemandModel, Section)
  case list(RequestsSection)

  init?(_ root: Section, places: PlacesSections?) {
    let value = root.value("demand", expected: "a demand model or a list of requests")
    guard let value else { return nil }
    if value.entry("requests") != nil {
      guard
        let section = root.section("demand", known: ["requests", "ages", "walking", "boarding"]),
        let list = RequestsSection(section, places: places)
      else { return nil }
      self = .list(list)
    } else {
      guard let section = root.section("demand", known: Self.modelKeys),
        let model = Self.model(section)
      else { return nil }
      self = .model(model, section)
    }
  }

  /// `nil` for a list of parties of which it is not said how they walk.
  var walkers: Walkers? {
    switch self {
    case .model(let model, _): Walkers(ages: model.ages, walking: model.walking)
    case .list(let list): list.walking.map { Walkers(ages: list.ages, walking: $0) }
    }
  }

  private static let modelKeys = [
    "bookings_per_day", "phone_share", "party_sizes", "gravity_distance", "shortest_trip",
    "walking", "ages", "zones", "zones_where", "zone_radius", "attractions", "attractions_where",
    "lead_times", "purposes", "requests",
  ]

  private static func model(_ section: Section) -> DemandModel? {
    let bookings = section.required("bookings_per_day", .decimal(0...100_000))
    let phone = section.required("phone_share", .share)
    let sizes = section.list("party_sizes", .weight)
    let sizesAreSound = sizes.map { section.weighted($0, "party_sizes", by: { $0 }) } ?? false
    let gravity = section.required("gravity_distance", .length(from: 1, upTo: 100))
    let shortest = section.required("shortest_trip", .length(upTo: 100))
    let walking = PartySections.walking(section)
    let ages = PartySections.ages(section)
    let zones = TownTables.zones(section)
    let purposes = TownTables.attractions(section)
      .flatMap { PurposesSection(attractions: $0).read(section) }
    let leads = leadTimes(section)
    guard let bookings, let phone, let sizes, sizesAreSound, let gravity, let shortest,
      let walking, let ages, let zones, let purposes, let leads
    else { return nil }
    return DemandModel(
      bookingsPerDay: bookings, ages: ages, zones: zones, purposes: purposes, leadTimes: leads,
      partySizes: sizes, phoneShare: phone, gravityDistance: gravity, shortestTrip: shortest,
      walking: walking)
  }

  /// Reports zones and attractions that are far from every stop.
  func checkDoors(by distances: DoorDistances) {
    switch self {
    case .list(let list): list.checkDoors(by: distances)
    case .model(let model, let section):
      for zone in model.zones {
        if let problem = distances.problem(of: zone.center, "zone \"\(zone.name)\"") {
          section.report("zones", problem)
        }
      }
      let attractions = model.purposes.flatMap(\.attractions)
      var seen: Set<String> = []
      for attraction in attractions where seen.insert(attraction.name).inserted {
        if let problem = distances.problem(of: attraction.point, "\"\(attraction.name)\"") {
          section.report("attractions", problem)
        }
      }
    }
  }

  private static func leadTimes(_ section: Section) -> [DemandModel.LeadTime]? {
    guard let items = section.sections("lead_times", known: ["weight", "shortest", "longest"])
    else { return nil }
    let leads = items.mapAll { item -> DemandModel.LeadTime? in
      let weight = item.required("weight", .weight)
      guard let range = item.range(), let weight else { return nil }
      return DemandModel.LeadTime(
        weight: weight, shortest: range.lowerBound, longest: range.upperBound)
    }
    guard let leads else { return nil }
    return section.weighted(leads, "lead_times", by: { $0.weight }) ? leads : nil
  }
}
