import Mobility
import ScenarioModel

/// What a demand model and a list of requests share: `ages` and `walking`.
enum PartySections {
  static func ages(_ demand: Section) -> [DemandModel.AgeClass]? {
    let keys = ["name", "weight", "elderly", "walking_speed", "walk_limit", "boarding"]
    guard let items = demand.sections("ages", known: keys) else { return nil }
    guard let ages = items.mapAll({ age($0) }) else { return nil }
    for (position, item) in items.enumerated()
    where ages[..<position].contains(where: { $0.name == ages[position].name }) {
      item.report("name", "expected each name once, found \"\(ages[position].name)\" again")
    }
    return demand.weighted(ages, "ages", by: { $0.weight }) ? ages : nil
  }

  static func walking(_ demand: Section) -> DemandModel.Walking? {
    guard let section = demand.section("walking", known: ["choices", "detour"]) else { return nil }
    let choices = section.required("choices", .whole(1...20))
    let detour = section.required("detour", .detourThousandths)
    guard let choices, let detour else { return nil }
    return DemandModel.Walking(choices: choices, detourThousandths: detour)
  }

  private static func age(_ item: Section) -> DemandModel.AgeClass? {
    let name = item.required("name", .text)
    let weight = item.field("weight", .weight, standard: 1)
    let isElderly = item.field("elderly", .flag, standard: false)
    let speed = item.required("walking_speed", .walkingSpeedKmh)
    let limit = item.required("walk_limit", .length(upTo: 10))
    let boarding = item.required("boarding", .duration())
    guard let name, let weight, let isElderly, let speed, let limit, let boarding else {
      return nil
    }
    return DemandModel.AgeClass(
      name: name, weight: weight, isElderly: isElderly, walkingSpeedKmh: speed, walkLimit: limit,
      boarding: boarding)
  }
}

extension Section {
  /// Whether something in a list can be drawn at all; reports a list without any weight.
  func weighted<Item>(_ items: [Item], _ key: String, by weight: (Item) -> Double) -> Bool {
    if items.contains(where: { weight($0) > 0 }) { return true }
    report(key, "expected at least one with a weight above 0, found none")
    return false
  }
}
