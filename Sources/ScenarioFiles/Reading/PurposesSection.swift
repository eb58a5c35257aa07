import Mobility
import ScenarioModel

/// `demand.purposes`: why people travel, where to and when.
struct PurposesSection {
  let attractions: [TownTables.Attraction]

  func read(_ demand: Section) -> [DemandModel.Purpose]? {
    let keys = ["name", "weight", "outbound", "categories", "attractions", "hours", "trains"]
    guard let items = demand.sections("purposes", known: keys) else { return nil }
    guard let purposes = items.mapAll({ purpose($0) }) else { return nil }
    return demand.weighted(purposes, "purposes", by: { $0.weight }) ? purposes : nil
  }

  private func purpose(_ item: Section) -> DemandModel.Purpose? {
    let name = item.required("name", .text)
    let weight = item.required("weight", .weight)
    let outbound = item.required("outbound", .share)
    let trains = item.has("trains") ? item.section("trains", known: Self.trainKeys) : nil
    let delays = trains.map { trainDelays($0) } ?? []
    let chosen = item.has("attractions") ? byKey(item, delays) : byCategory(item, delays)
    let timing = item.has("trains") ? trains.flatMap { self.trains($0, item) } : hourly(item)
    guard let timing, let chosen, let name, let weight, let outbound else {
      return nil
    }
    return DemandModel.Purpose(
      name: name, weight: weight, outboundShare: outbound, timing: timing, attractions: chosen)
  }

  private typealias Delays = [(key: String, origin: Origin, value: TimeSpan)]

  /// One by one, with weights of their own.
  private func byKey(_ item: Section, _ delays: Delays) -> [DemandModel.Attraction]? {
    if item.has("categories") {
      item.report("attractions", "expected either categories or attractions, found both")
    }
    guard let weights = item.fields("attractions", .weight) else { return nil }
    let chosen = weights.compactMap { key, origin, weight in
      attraction(key, at: origin, in: item, "attractions").map { $0.drawing(weight, delays) }
    }
    return item.weighted(chosen, "attractions", by: { $0.weight }) ? chosen : nil
  }

  private func attraction(
    _ key: String, at origin: Origin, in item: Section, _ field: String
  ) -> TownTables.Attraction? {
    let found = attractions.first { $0.key == key }
    if found == nil {
      item.findings.add(
        at: origin, item.path(field), "expected the key of an attraction, found \"\(key)\"",
        hint: Suggestion.hint(for: key, among: attractions.map { $0.key }))
    }
    return found
  }

  /// `trains.reached_after`: how long after the first station trains arrive at the others.
  private func trainDelays(_ trains: Section) -> Delays {
    guard trains.has("reached_after"), let delays = trains.fields("reached_after", .duration())
    else { return [] }
    for (key, origin, _) in delays {
      _ = attraction(key, at: origin, in: trains, "reached_after")
    }
    return delays
  }

  private static let trainKeys = ["first", "last", "headway", "egress", "reached_after"]

  private func byCategory(_ item: Section, _ delays: Delays) -> [DemandModel.Attraction]? {
    guard let factors = item.fields("categories", .weight) else { return nil }
    let known = attractions.reduce(into: [String]()) { known, attraction in
      if !known.contains(attraction.category) { known.append(attraction.category) }
    }
    for (category, origin, _) in factors where !known.contains(category) {
      item.findings.add(
        at: origin, item.path("categories"),
        "expected a category of the attractions, found \"\(category)\"",
        hint: Suggestion.hint(for: category, among: known))
    }
    let chosen = attractions.compactMap { attraction in
      factors.first { $0.key == attraction.category }
        .map { attraction.drawing(attraction.weight * $0.value, delays) }
    }
    return item.weighted(chosen, "categories", by: { $0.weight }) ? chosen : nil
  }

  private func trains(_ section: Section, _ item: Section) -> DemandModel.Timing? {
    if item.has("hours") { item.report("hours", "expected either hours or trains, found both") }
    let first = section.required("first", .timeOfDay)
    let last = section.required("last", .timeOfDay)
    let headway = section.required("headway", .duration(.seconds(1)...TimeSpan.hours(24)))
    let egress = section.range("egress")
    guard let first, let last, let headway, let egress else { return nil }
    if last < first {
      section.report("last", "expected a time from \(first) on, found \(last)")
      return nil
    }
    return .trains(
      DemandModel.Trains(
        first: first, last: last, headway: headway, shortestEgress: egress.lowerBound,
        longestEgress: egress.upperBound))
  }

  private func hourly(_ item: Section) -> DemandModel.Timing? {
    guard let weights = item.fields("hours", .weight) else { return nil }
    var hours = [Double](repeating: 0, count: 24)
    for (key, origin, weight) in weights {
      if let hour = Form<Int>.whole(0...23).read(key) {
        hours[hour] = weight
      } else {
        item.findings.add(
          at: origin, item.path("hours"), "expected an hour from \"0\" to \"23\", found \"\(key)\"")
      }
    }
    return item.weighted(hours, "hours", by: { $0 }) ? .hourly(hours) : nil
  }
}

extension TownTables.Attraction {
  fileprivate func drawing(
    _ weight: Double, _ delays: [(key: String, origin: Origin, value: TimeSpan)]
  ) -> DemandModel.Attraction {
    DemandModel.Attraction(
      name: name, zone: zone, point: point, weight: weight,
      trainDelay: delays.first { $0.key == key }?.value ?? .zero)
  }
}

extension Section {
  /// A section with `shortest` and `longest`.
  func range(_ key: String) -> ClosedRange<TimeSpan>? {
    section(key, known: ["shortest", "longest"])?.range()
  }

  /// The fields `shortest` and `longest` of this section.
  func range() -> ClosedRange<TimeSpan>? {
    let shortest = required("shortest", .duration())
    let longest = required("longest", .duration())
    guard let shortest, let longest else { return nil }
    if longest < shortest {
      report(
        "longest",
        "expected at least \(Quantity.text(shortest)), found \(Quantity.text(longest))")
      return nil
    }
    return shortest...longest
  }
}
