import Dispatching
import Mobility

/// The trips that each vehicle can make over the requests that can be assigned.
///
/// Level by level: a set of k requests is tried for a vehicle only if all its subsets of k - 1 are
/// possible for it (Alonso-Mora et al. 2017, "On-demand high-capacity ride-sharing via dynamic
/// trip-vehicle assignment", PNAS 114(3), doi:10.1073/pnas.1611675114).
struct TripGenerator {
  let service: Service
  /// The requests that can be assigned; the choices of places of each.
  let candidates: [[Terms]]
  /// Sets tried for one vehicle.
  let setLimit: Int
  /// Partial routes tried for one set.
  let nodeLimit: Int

  private(set) var routesTried = 0
  private var insertion: InsertionSearch

  init(service: Service, candidates: [[Terms]], setLimit: Int, nodeLimit: Int) {
    self.service = service
    self.candidates = candidates
    self.setLimit = setLimit
    self.nodeLimit = nodeLimit
    insertion = InsertionSearch(service: service)
  }

  /// The trips of one vehicle, smaller sets first; the empty set is among them if it is feasible.
  mutating func trips(of state: VehicleState) -> [Trip] {
    var search = RouteSearch(service: service, state: state, nodeLimit: nodeLimit)
    defer { routesTried += search.tried }
    var trips: [Trip] = []
    if let plan = search.bestStops(serving: []) {
      trips.append(Trip(members: [], stops: plan.stops, cost: plan.cost))
    }
    var tried = 0
    // The sets of one size that are possible, each with its plan if it has one.
    var level: [(members: [Int], plan: VehicleState?)] = [
      ([], trips.first.map { state.following($0.stops, in: service) })
    ]
    while !level.isEmpty {
      let possible = Set(level.map(\.members))
      var next: [(members: [Int], plan: VehicleState?)] = []
      for (smaller, parent) in level {
        for added in (smaller.last.map { $0 + 1 } ?? 0)..<candidates.count {
          let members = smaller + [added]
          guard members.indices.dropLast().allSatisfy({ possible.contains(members.without($0)) })
          else { continue }
          tried += 1
          guard tried <= setLimit else { return trips }
          if let trip = bestTrip(serving: members, after: parent, by: &search) {
            trips.append(trip)
            next.append((members, state.following(trip.stops, in: service)))
          } else if choices(of: members).contains(where: { search.mayGrow($0) }) {
            next.append((members, nil))
          }
        }
      }
      level = next
    }
    return trips
  }

  /// The cheapest over all choices of places.
  ///
  /// What an insertion into the trip without the last member gives is the plan to beat.
  private mutating func bestTrip(
    serving members: [Int], after parent: VehicleState?, by search: inout RouteSearch
  ) -> Trip? {
    var best: Trip?
    if let parent, let added = members.last {
      let schedule = parent.schedule
      for terms in candidates[added] {
        guard let found = insertion.bestInsertion(of: terms, into: parent),
          schedule.cost + found.cost < best?.cost ?? .max
        else { continue }
        best = Trip(
          members: members, stops: found.inserted(into: schedule.stops),
          cost: schedule.cost + found.cost)
      }
    }
    for choice in choices(of: members) {
      guard let plan = search.bestStops(serving: choice, below: best?.cost ?? .max) else {
        continue
      }
      best = Trip(members: members, stops: plan.stops, cost: plan.cost)
    }
    return best
  }

  /// One choice of places for each member, in every combination.
  private func choices(of members: [Int]) -> [[Terms]] {
    members.reduce([[]]) { partial, member in
      partial.flatMap { chosen in candidates[member].map { chosen + [$0] } }
    }
  }
}

extension [Int] {
  fileprivate func without(_ position: Int) -> Self {
    var shorter = self
    shorter.remove(at: position)
    return shorter
  }
}
