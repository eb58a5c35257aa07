import Mobility
import RoadNetwork
public import ScenarioModel

/// What a town's road network and stops are made from: tables of facts, and rules.
public struct TownSpecification: Sendable {
  public let plan: TownPlan
  public let rules: TownRules

  /// Reads a specification with its tables, and throws all problems of all files at once.
  public init(path: String) throws(InputErrors) {
    let findings = Findings()
    let file = SourceFile(reading: path, at: .file(path), field: "", findings: findings)
    let root = file.flatMap { YAMLText.value(of: $0, findings: findings) }.flatMap {
      Section($0, path: "", at: .file(path), known: Self.keys, findings: findings)
    }
    let rules = root.flatMap { TownRules($0) }
    let plan = root.flatMap { $0.section("plan", known: TownPlan.keys) }
      .flatMap { TownPlan($0) }
    if let root, let plan, let rules { Self.checkStreets(of: plan, rules, root) }
    try findings.check()
    guard let plan, let rules else { preconditionFailure("reading failed without a finding") }
    self.plan = plan
    self.rules = rules
  }

  /// Distances to look at within seconds; Senboku has a four-hundredth of them.
  private static let mostGridDistances = 2e9

  /// Reports streets so close, over so wide a town, that they would take hours to lay out.
  private static func checkStreets(of plan: TownPlan, _ rules: TownRules, _ root: Section) {
    let distances = SyntheticTown.gridDistances(plan, rules: rules)
    guard distances > mostGridDistances else { return }
    root.report(
      "streets",
      "expected streets whose corners can be looked at in time, found "
        + "\(Int(distances / mostGridDistances)) times too many",
      hint: "widen spacing_along and spacing_across, or narrow the radius of blocks and villages")
  }

  private static let keys = ["seed", "plan", "paces", "streets", "links", "siting"]
}

extension TownPlan {
  fileprivate static let keys = ["blocks", "villages", "courses", "destinations", "served"]
  private static let point = ["latitude_deg", "longitude_deg"]
  private static let place = point + ["key", "name", "name_latin"]

  fileprivate init?(_ section: Section) {
    func table(_ key: String, _ columns: [String]) -> Table? {
      let table = section.table(key, layout: Table.Layout(required: columns, allowsOthers: true))
      guard let table, table.rows.isEmpty else { return table }
      table.report("expected at least one row, found none")
      return nil
    }
    let blocks = table("blocks", Self.place + ["neighbourhood", "district", "population"])
    let villages = table("villages", Self.point)
    let courses = table("courses", Self.point + ["road", "class", "valley"])
    let destinations = table("destinations", Self.place + ["category"])
    let areServed = RowFilter(section, "served")
    let readVillages = villages?.rows.mapAll { $0.coordinate }
    let readCourses = courses.flatMap { Self.courses($0.rows) }
    guard let blocks, let destinations, let areServed else { return nil }
    let servesBoth = [blocks, destinations].mapAll { areServed.rows(of: $0) } != nil
    let readBlocks = blocks.rows.mapAll { Self.block($0, isServed: areServed.holds($0)) }
    let readDestinations = destinations.rows.mapAll {
      Self.destination($0, isServed: areServed.holds($0))
    }
    guard servesBoth, let readBlocks, let readVillages, let readCourses, let readDestinations
    else { return nil }
    let tables = [blocks, villages, courses, destinations].compactMap(\.self)
    let rows = tables.flatMap(\.rows)
    guard TownExtent(around: rows.compactMap(\.coordinate)).check(rows) else { return nil }
    self.init(
      blocks: readBlocks, villages: readVillages, courses: readCourses,
      destinations: readDestinations)
  }

  private static func block(_ row: Row, isServed: Bool) -> Block? {
    let key = row.required("key", .text)
    let name = row.required("name", .text)
    let neighbourhood = row.required("neighbourhood", .text)
    let district = row.required("district", .text)
    let population = row.required("population", .population)
    guard let point = row.coordinate, let key, let name, let neighbourhood, let district,
      let population
    else { return nil }
    return Block(
      key: key, name: name, latinName: row["name_latin"], neighbourhood: neighbourhood,
      district: district, point: point, population: population, isServed: isServed)
  }

  private static func destination(_ row: Row, isServed: Bool) -> Destination? {
    let key = row.required("key", .text)
    let name = row.required("name", .text)
    let category = row.required("category", .text)
    guard let point = row.coordinate, let key, let name, let category else { return nil }
    return Destination(
      key: key, name: name, latinName: row["name_latin"], category: category, point: point,
      isServed: isServed)
  }

  /// Consecutive rows of one road are its points.
  private static func courses(_ rows: [Row]) -> [Course]? {
    let points = rows.mapAll { row -> Course? in
      let name = row.required("road", .text)
      let roadClass = row.required("class", .choice(RoadClass.self))
      let isValley = row.required("valley", .flag)
      guard let point = row.coordinate, let name, let roadClass, let isValley else { return nil }
      return Course(name: name, roadClass: roadClass, isValley: isValley, points: [point])
    }
    guard let points else { return nil }
    var isSound = true
    var courses: [Course] = []
    for (row, course) in zip(rows, points) {
      let last = courses.count - 1
      guard last >= 0, courses[last].name == course.name else {
        courses.append(course)
        continue
      }
      if courses[last].points.last == course.points[0] {
        row.report("road", "expected another point, found that of the line before again")
        isSound = false
      }
      courses[last].points += course.points
    }
    for course in courses where course.points.count < 2 {
      rows.first { $0["road"] == course.name }?
        .report("road", "expected at least two lines for \"\(course.name)\", found one")
      isSound = false
    }
    return isSound ? courses : nil
  }
}
