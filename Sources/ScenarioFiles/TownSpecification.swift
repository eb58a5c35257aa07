import Foundation
import Mobility
import RoadNetwork
public import ScenarioModel

/// What a town's road network and stops are made from: tables of facts, and rules.
public struct TownSpecification: Sendable {
  public let plan: TownPlan
  public let rules: TownRules

  /// Reads a specification; its tables' paths are relative to it.
  public init(path: String) throws(TownFileError) {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw TownFileError(path: path, message: "cannot be read: \(error.localizedDescription)")
    }
    let settings = try TownSettings(path: path, text: text)
    rules = try TownRules(settings)
    plan = try TownPlan(
      settings.section("plan"), folder: URL(fileURLWithPath: path).deletingLastPathComponent())
  }
}

extension TownPlan {
  fileprivate init(_ settings: TownSettings, folder: URL) throws(TownFileError) {
    func table(_ key: String) throws(TownFileError) -> [TownTable.Row] {
      try TownTable(path: folder.appendingPathComponent(settings.text(key)).path).rows
    }
    let served = try settings.section("served")
    let column = try served.text("column")
    let value = try served.text("value")
    var blocks: [Block] = []
    for row in try table("blocks") {
      blocks.append(
        Block(
          key: try row.text("key"), name: try row.text("name"),
          latinName: try row.text("name_latin"), neighbourhood: try row.text("neighbourhood"),
          district: try row.text("district"), point: try row.point(),
          population: try row.number("population"), isServed: try row.text(column) == value))
    }
    var villages: [Coordinate] = []
    for row in try table("villages") { villages.append(try row.point()) }
    var destinations: [Destination] = []
    for row in try table("destinations") {
      destinations.append(
        Destination(
          key: try row.text("key"), name: try row.text("name"),
          latinName: try row.text("name_latin"), category: try row.text("category"),
          point: try row.point(), isServed: try row.text(column) == value))
    }
    self.init(
      blocks: blocks, villages: villages, courses: try Self.courses(try table("courses")),
      destinations: destinations)
  }

  /// Consecutive rows of one road are its points.
  private static func courses(_ rows: [TownTable.Row]) throws(TownFileError) -> [Course] {
    var courses: [Course] = []
    for row in rows {
      let name = try row.text("road")
      if courses.last?.name != name {
        guard let roadClass = RoadClass(rawValue: try row.text("class")) else {
          throw row.error("class: expected trunk, primary, collector or local")
        }
        let isValley = try row.text("valley") == "yes"
        courses.append(
          Course(name: name, roadClass: roadClass, isValley: isValley, points: []))
      }
      let point = try row.point()
      guard courses[courses.count - 1].points.last != point else {
        throw row.error("\(name) has the same point twice running")
      }
      courses[courses.count - 1].points.append(point)
    }
    if let short = courses.firstIndex(where: { $0.points.count < 2 }), let row = rows.first {
      throw TownFileError(path: row.path, message: "\(courses[short].name) has only one point")
    }
    return courses
  }
}

extension TownRules {
  fileprivate init(_ settings: TownSettings) throws(TownFileError) {
    self.init(
      seed: UInt64(try settings.whole("seed", of: 0...Int.max)),
      paces: try Paces(settings.section("paces")),
      streets: try Streets(settings.section("streets")),
      links: try Links(settings.section("links")),
      siting: try Siting(settings.section("siting")))
  }
}

extension TownRules.Paces {
  fileprivate init(_ settings: TownSettings) throws(TownFileError) {
    func pace(_ key: String) throws(TownFileError) -> TownRules.Pace {
      let section = try settings.section(key)
      let delay = try section.number("junction_delay", unit: "s", of: 0...120)
      return TownRules.Pace(
        speedKmh: try section.number("speed", unit: "km/h", of: 1...120),
        junctionDelay: TimeSpan(milliseconds: Int32((1000 * delay).rounded())))
    }
    self.init(
      trunk: try pace("trunk"), primary: try pace("primary"), collector: try pace("collector"),
      local: try pace("local"))
  }
}

extension TownRules.Streets {
  fileprivate init(_ settings: TownSettings) throws(TownFileError) {
    self.init(
      spacingAlong: try settings.meters("spacing_along"),
      spacingAcross: try settings.meters("spacing_across"),
      jitter: try settings.meters("jitter"),
      shareAlong: try settings.number("share_along", of: 0...1),
      shareAcross: try settings.number("share_across", of: 0...1),
      shareBetween: try settings.number("share_between", of: 0...1),
      smallestRadius: try settings.meters("smallest_radius"),
      metersPerRootResident: try settings.number("meters_per_root_resident", unit: "m", of: 0...50),
      villageRadius: try settings.meters("village_radius"),
      valleySide: try settings.meters("valley_side"),
      junctionsPerAccess: try settings.whole("junctions_per_access", of: 1...1000))
  }
}

extension TownRules.Links {
  fileprivate init(_ settings: TownSettings) throws(TownFileError) {
    self.init(
      frontageCourse: try settings.text("frontage_course"),
      frontageOffset: try settings.meters("frontage_offset"),
      frontageReach: try settings.meters("frontage_reach"),
      rampSpacing: try settings.meters("ramp_spacing"),
      gates: try settings.whole("gates", of: 1...20),
      longestGate: try settings.meters("longest_gate"),
      longestNeighbourLink: try settings.meters("longest_neighbour_link"))
  }
}

extension TownRules.Siting {
  fileprivate init(_ settings: TownSettings) throws(TownFileError) {
    self.init(
      count: try settings.whole("count", of: 1...10_000),
      categories: try settings.texts("categories"), spacing: try settings.meters("spacing"),
      walk: try settings.meters("walk"),
      detourThousandths: Int32((1000 * (try settings.number("detour", of: 1...10))).rounded()))
  }
}
