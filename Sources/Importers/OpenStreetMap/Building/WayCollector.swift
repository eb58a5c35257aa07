/// The first pass: ways with their rules, and turn restrictions.
struct WayCollector: OSMVisitor {
  private let rules: DrivingRules
  private let mostNodes: Int
  private var usable = WayColumns()
  private var ways = LatestVersions<Found>()
  private var relations = LatestVersions<TurnRestrictionRules.Verdict?>()

  private struct Found {
    /// Its position among those that vans or walkers may use.
    let position: Int32?
    let isReversible: Bool
    let isConditional: Bool
  }

  /// Maps need several bytes for a node of a way; a few bytes can be made to fill memory.
  init(_ profile: ImportProfile, fileSize: Int) {
    rules = DrivingRules(profile: profile)
    mostNodes = 2_000_000 + 2 * fileSize
  }

  mutating func node(_ node: OSMNode) {}

  mutating func way(_ way: OSMWay) throws(ImportError) {
    var found = Found(position: nil, isReversible: false, isConditional: false)
    if !way.version.isDeleted, way.nodes.count > 1, let highway = Highway(of: way.tags) {
      found = try take(way, highway)
    }
    ways.add(way.id, way.version, found)
  }

  private mutating func take(_ way: OSMWay, _ highway: Highway) throws(ImportError) -> Found {
    let verdict = rules.verdict(on: highway, way.tags)
    var (forward, backward) = (0.0, 0.0)
    if case .open(let forwardKmh, let backwardKmh) = verdict {
      (forward, backward) = (forwardKmh, backwardKmh)
    }
    let walkClass = WalkingRules.walkClass(of: highway, way.tags)
    let isUsable = forward > 0 || backward > 0 || walkClass != nil
    if isUsable {
      guard usable.nodes.count + way.nodes.count <= mostNodes else {
        throw ImportError(
          "expected at most \(mostNodes) nodes in the streets of a file of this size, found more")
      }
      usable.add(
        way.id, nodes: way.nodes, points: way.points, highway: highway, forwardKmh: forward,
        backwardKmh: backward, walkClass: walkClass,
        name: way.tags.first(of: ["name", "ref"]) ?? "")
    }
    return Found(
      position: isUsable ? Int32(usable.count - 1) : nil, isReversible: verdict == .reversible,
      isConditional: ConditionalTags.areOn(way.tags))
  }

  mutating func relation(_ relation: OSMRelation) {
    relations.add(
      relation.id, relation.version,
      TurnRestrictionRules.verdict(members: relation.members, relation.tags))
  }

  /// What the last versions say.
  struct Outcome {
    let ways: WayColumns
    var restrictions: [TurnRestriction] = []
  }

  func outcome(_ summary: inout ImportSummary) -> Outcome {
    summary.waysRead = ways.count
    summary.relationsRead = relations.count
    let latest = ways.outcome
    summary.olderVersions += latest.olderVersions
    summary.deletedElements += latest.deleted
    summary.reversibleWays = latest.elements.count { $0.content.isReversible }
    summary.conditionalWays = latest.elements.count { $0.content.isConditional }
    var outcome = Outcome(
      ways: usable.taking(latest.elements.compactMap { $0.content.position.map(Int.init) }))

    let latestRelations = relations.outcome
    summary.olderVersions += latestRelations.olderVersions
    summary.deletedElements += latestRelations.deleted
    for relation in latestRelations.elements {
      switch relation.content {
      case .restriction(let turn)?: outcome.restrictions.append(turn)
      case .notForVans?: summary.restrictions.notForVans += 1
      case .conditional?: summary.restrictions.conditional += 1
      case .viaWays?: summary.restrictions.viaWays += 1
      case .incomplete?: summary.restrictions.incomplete += 1
      case nil: break
      }
    }
    return outcome
  }
}
