import Dispatching
import Mobility

/// One moment of matching: who can be assigned to whom, and what each vehicle does meanwhile.
struct EpochProblem {
  let service: Service
  let now: Instant
  let open: [Request]
  let fleet: [VehicleState]
  /// Open requests first, in order of booking, then accepted ones that any vehicle may still take.
  let candidates: [[Terms]]
  let openCount: Int

  init(_ situation: Situation, service: Service) {
    self.service = service
    now = situation.now
    open = situation.open
    fleet = situation.fleet
    var candidates = situation.open.map { service.terms(for: $0) }
    openCount = candidates.count
    for state in fleet {
      // Stops at the place that a vehicle is on its way to stay with it.
      let movable = state.schedule.stops[state.committedStops...].filter { $0.purpose == .pickup }
      candidates += movable.map { [$0.terms] }
    }
    self.candidates = candidates
  }

  /// Riders of an open request.
  func riders(of candidate: Int) -> Cost { Cost(open[candidate].riders) }

  /// The trip that a plan makes: the candidates that it serves, ascending.
  func trip(of schedule: Schedule, in position: Int) -> Trip {
    let committed = fleet[position].committedStops
    let picked = schedule.stops[committed...].filter { $0.purpose == .pickup }
    let requests = Set(picked.map(\.terms.request))
    let members = candidates.indices.filter { candidate in
      candidates[candidate].first.map { requests.contains($0.request) } ?? false
    }
    return Trip(members: members, stops: schedule.stops, cost: schedule.cost)
  }
}
