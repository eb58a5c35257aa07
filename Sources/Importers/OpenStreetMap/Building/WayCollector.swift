/// The first pass: ways with their rules, and turn restrictions.
struct WayCollector: OSMVisitor {
  private let rules: DrivingRules
  private(set) var ways = WayColumns()
  private(set) var restrictions: [(id: Int64, turn: TurnRestriction)] = []
  private(set) var restrictionCounts = ImportSummary.Restrictions()
  private(set) var wayCount = 0
  private(set) var relationCount = 0
  private(set) var reversibleWays = 0

  init(_ profile: ImportProfile) { rules = DrivingRules(profile: profile) }

  mutating func node(_ id: Int64, at point: OSMPoint, tags: OSMTags) {}

  mutating func way(_ id: Int64, nodes: [Int64], tags: OSMTags) {
    wayCount += 1
    guard nodes.count > 1, let highway = tags["highway"].flatMap(Highway.init(rawValue:)) else {
      return
    }
    var (forward, backward) = (0.0, 0.0)
    switch rules.verdict(on: highway, tags) {
    case .open(let forwardKmh, let backwardKmh): (forward, backward) = (forwardKmh, backwardKmh)
    case .reversible: reversibleWays += 1
    case .closed: break
    }
    let walkClass = WalkingRules.walkClass(of: highway, tags)
    guard forward > 0 || backward > 0 || walkClass != nil else { return }
    ways.add(
      id, nodes: nodes, highway: highway, forwardKmh: forward, backwardKmh: backward,
      walkClass: walkClass, name: tags.first(of: "name", "ref") ?? "")
  }

  mutating func relation(_ id: Int64, members: [OSMMember], tags: OSMTags) {
    relationCount += 1
    switch TurnRestrictionRules.verdict(members: members, tags) {
    case .restriction(let turn)?: restrictions.append((id, turn))
    case .notForVans?: restrictionCounts.notForVans += 1
    case .conditional?: restrictionCounts.conditional += 1
    case .viaWays?: restrictionCounts.viaWays += 1
    case .incomplete?: restrictionCounts.incomplete += 1
    case nil: break
    }
  }
}
