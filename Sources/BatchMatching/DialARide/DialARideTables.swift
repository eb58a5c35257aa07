/// The columns of a dial-a-ride problem as inner loops read them.
///
/// Windows are as tight as windows of the same request and the depot make them: no solution is lost
/// (Cordeau 2006, section 5.1). Node numbers are those of the problem's locations.
struct DialARideTables: Sendable {
  let requestCount, vehicleCount, seats: Int
  /// The node where routes end, one past the last dropoff.
  let end: Int
  let longestRoute, longestRide: Double
  /// Whether the longest route is more than the depot's windows say.
  let limitsRoutes: Bool
  /// One for each node.
  private(set) var opens, closes, service: ContiguousArray<Double>
  private(set) var load: ContiguousArray<Int>
  /// Row-major: row = from, column = to.
  private let distances: ContiguousArray<Double>
  /// As `distances`, infinite where no route drives from one node straight to the other.
  private var linkDistances: ContiguousArray<Double>

  /// Rounding errors that break no limit.
  static let tolerance = 1e-9

  init(_ problem: DialARideProblem) {
    let locations = problem.locations
    requestCount = problem.requestCount
    // More vehicles than requests are of no use.
    vehicleCount = min(problem.vehicleCount, problem.requestCount)
    seats = problem.seats
    end = locations.count - 1
    longestRoute = problem.longestRoute
    longestRide = problem.longestRide
    opens = ContiguousArray(locations.map(\.opens))
    closes = ContiguousArray(locations.map(\.closes))
    service = ContiguousArray(locations.map(\.service))
    load = ContiguousArray(locations.map(\.load))
    limitsRoutes = longestRoute < locations[locations.count - 1].closes - locations[0].opens
    var distances = ContiguousArray<Double>()
    for from in locations {
      for to in locations { distances.append(from.distance(to: to)) }
    }
    self.distances = distances
    linkDistances = distances
    tightenWindows()
    findLinks()
  }

  /// The distance where a route may drive from one node straight to the other, otherwise infinite.
  func link(_ from: Int, _ to: Int) -> Double { linkDistances[from * (end + 1) + to] }

  func distance(_ from: Int, _ to: Int) -> Double { distances[from * (end + 1) + to] }

  func links(_ from: Int, _ to: Int) -> Bool { link(from, to) < .infinity }

  func isPickup(_ node: Int) -> Bool { node > 0 && node <= requestCount }

  /// The node where the rider picked up at node `pickup` is let off.
  func dropoff(of pickup: Int) -> Int { pickup + requestCount }

  /// The node where the rider let off at node `dropoff` was picked up; the start for the end.
  func pickup(of dropoff: Int) -> Int { dropoff == end ? 0 : dropoff - requestCount }

  /// The longest time from the start of service at a pickup, or at the start, to its other end.
  func longestTime(from pickup: Int) -> Double {
    pickup == 0 ? longestRoute : longestRide + service[pickup]
  }

  private mutating func tightenWindows() {
    for pickup in 1...requestCount {
      let dropoff = dropoff(of: pickup)
      let ride = service[pickup] + distance(pickup, dropoff)
      let longest = longestRide + service[pickup]
      let home = service[dropoff] + distance(dropoff, end)
      opens[pickup] = max(opens[pickup], opens[0] + service[0] + distance(0, pickup))
      closes[dropoff] = min(closes[dropoff], closes[end] - home)
      opens[pickup] = max(opens[pickup], opens[dropoff] - longest)
      closes[pickup] = min(closes[pickup], closes[dropoff] - ride)
      opens[dropoff] = max(opens[dropoff], opens[pickup] + ride)
      closes[dropoff] = min(closes[dropoff], closes[pickup] + longest)
    }
  }

  /// Leaves out every link that no route of one or two requests can have.
  private mutating func findLinks() {
    var labels = RideLabels(self, slots: 1)
    func isFeasible(_ nodes: [Int]) -> Bool { labels.areFeasible(nodes, in: self) }
    var found = ContiguousArray(repeating: false, count: distances.count)
    func note(_ from: Int, _ to: Int) { found[from * (end + 1) + to] = true }
    for a in 1...requestCount {
      let aOff = dropoff(of: a)
      guard isFeasible([a, aOff]) else { continue }
      note(0, a)
      note(a, aOff)
      note(aOff, end)
      for b in 1...requestCount where b != a {
        let bOff = dropoff(of: b)
        for nodes in [[a, b, aOff, bOff], [a, b, bOff, aOff], [a, aOff, b, bOff]]
        where isFeasible(nodes) {
          for k in 1..<nodes.count { note(nodes[k - 1], nodes[k]) }
        }
      }
    }
    for position in found.indices where !found[position] { linkDistances[position] = .infinity }
  }
}
