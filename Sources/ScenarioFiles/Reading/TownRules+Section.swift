import Mobility
import ScenarioModel

extension TownRules {
  /// The rules of a town's specification, from its root.
  init?(_ root: Section) {
    let seed = root.required("seed", .whole(0...UInt64.max))
    let paces = root.section("paces", known: Paces.keys).flatMap { Paces($0) }
    let streets = root.section("streets", known: Streets.keys).flatMap { Streets($0) }
    let links = root.section("links", known: Links.keys).flatMap { Links($0) }
    let siting = root.section("siting", known: Siting.keys).flatMap { Siting($0) }
    guard let seed, let paces, let streets, let links, let siting else { return nil }
    self.init(seed: seed, paces: paces, streets: streets, links: links, siting: siting)
  }
}

extension TownRules.Paces {
  fileprivate static let keys = ["trunk", "primary", "collector", "local"]

  fileprivate init?(_ section: Section) {
    let paces = Self.keys.mapAll { key -> TownRules.Pace? in
      let pace = section.section(key, known: ["speed", "junction_delay"])
      let speed = pace?.required("speed", .drivingSpeedKmh)
      let delay = pace?.required("junction_delay", .duration(.zero...TimeSpan.seconds(120)))
      guard let speed, let delay else { return nil }
      return TownRules.Pace(speedKmh: speed, junctionDelay: delay)
    }
    guard let paces else { return nil }
    self.init(trunk: paces[0], primary: paces[1], collector: paces[2], local: paces[3])
  }
}

extension TownRules.Streets {
  fileprivate static let keys = [
    "spacing_along", "spacing_across", "jitter", "share_along", "share_across", "share_between",
    "smallest_radius", "meters_per_root_resident", "village_radius", "valley_side",
    "junctions_per_access",
  ]

  fileprivate init?(_ section: Section) {
    let spacingAlong = section.required("spacing_along", .distance)
    let spacingAcross = section.required("spacing_across", .distance)
    let jitter = section.required("jitter", .distance)
    let shareAlong = section.required("share_along", .share)
    let shareAcross = section.required("share_across", .share)
    let shareBetween = section.required("share_between", .share)
    let smallestRadius = section.required("smallest_radius", .distance)
    let metersPerRootResident = section.required("meters_per_root_resident", .fineLength)
    let villageRadius = section.required("village_radius", .distance)
    let valleySide = section.required("valley_side", .distance)
    let junctionsPerAccess = section.required("junctions_per_access", .whole(1...1000))
    guard let spacingAlong, let spacingAcross, let jitter, let shareAlong, let shareAcross,
      let shareBetween, let smallestRadius, let metersPerRootResident, let villageRadius,
      let valleySide, let junctionsPerAccess
    else { return nil }
    self.init(
      spacingAlong: spacingAlong, spacingAcross: spacingAcross, jitter: jitter,
      shareAlong: shareAlong, shareAcross: shareAcross, shareBetween: shareBetween,
      smallestRadius: smallestRadius, metersPerRootResident: metersPerRootResident,
      villageRadius: villageRadius, valleySide: valleySide, junctionsPerAccess: junctionsPerAccess)
  }
}

extension TownRules.Links {
  fileprivate static let keys = [
    "frontage_course", "frontage_offset", "frontage_reach", "ramp_spacing", "gates",
    "longest_gate", "longest_neighbour_link",
  ]

  fileprivate init?(_ section: Section) {
    let course = section.required("frontage_course", .text)
    let offset = section.required("frontage_offset", .distance)
    let reach = section.required("frontage_reach", .distance)
    let rampSpacing = section.required("ramp_spacing", .distance)
    let gates = section.required("gates", .whole(1...20))
    let longestGate = section.required("longest_gate", .distance)
    let longestNeighbourLink = section.required("longest_neighbour_link", .distance)
    guard let course, let offset, let reach, let rampSpacing, let gates, let longestGate,
      let longestNeighbourLink
    else { return nil }
    self.init(
      frontageCourse: course, frontageOffset: offset, frontageReach: reach,
      rampSpacing: rampSpacing, gates: gates, longestGate: longestGate,
      longestNeighbourLink: longestNeighbourLink)
  }
}

extension TownRules.Siting {
  fileprivate static let keys = ["count", "categories", "spacing", "walk", "detour"]

  fileprivate init?(_ section: Section) {
    let count = section.required("count", .whole(1...10_000))
    let categories = section.list("categories", .text)
    let spacing = section.required("spacing", .distance)
    let walk = section.required("walk", .distance)
    let detour = section.required("detour", .detourThousandths)
    guard let count, let categories, let spacing, let walk, let detour else { return nil }
    self.init(
      count: count, categories: categories, spacing: spacing, walk: walk,
      detourThousandths: detour)
  }
}
