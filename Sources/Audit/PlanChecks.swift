import Journal
import Mobility

extension DayReplay {
  /// Whether the plan serves the parties of the vehicle, each where it was promised, and nobody else.
  mutating func checkPlan(of vehicle: VehicleID, _ stops: [TimedStop]) {
    let state = vehicles[vehicle]
    var expected: [Stop] = []
    for request in state.aboard + state.committed {
      guard let terms = requests[request].promise?.terms else { continue }
      if state.committed.contains(request) {
        expected.append(Stop(.pickup, of: request, at: terms.pickup))
      }
      expected.append(Stop(.dropoff, of: request, at: terms.dropoff))
    }
    for stop in expected where !stops.contains(where: { $0.stop == stop }) {
      note(.plan, stop.request, on: vehicle, "expected its \(Wording.stop(stop)) in the plan")
    }
    for (position, planned) in stops.enumerated() {
      let stop = planned.stop
      if !expected.contains(stop) || stops[..<position].contains(where: { $0.stop == stop }) {
        note(
          .plan, stop.request, on: vehicle,
          "a \(Wording.stop(stop)) in the plan, expected none")
      }
      if stop.purpose == .pickup,
        stops[..<position].contains(where: { $0.stop.request == stop.request })
      {
        note(.plan, stop.request, on: vehicle, "planned to alight, expected to board before")
      }
    }
    let times = stops.map(\.time.ms)
    if times.contains(where: { $0 < now }) {
      note(.plan, vehicle, "plans a stop before \(Wording.clock(now)), expected none in the past")
    }
  }

  /// Whether the stop that is made is one of the plan, when the plan has it.
  mutating func checkStop(_ stop: Stop, of vehicle: VehicleID) {
    let found = vehicles[vehicle].plan.firstIndex {
      $0.stop.request == stop.request && $0.stop.purpose == stop.purpose
    }
    guard let found else {
      note(.plan, stop.request, on: vehicle, "made a \(Wording.stop(stop)), expected a planned one")
      return
    }
    let planned = vehicles[vehicle].plan.remove(at: found)
    if planned.time.ms != now {
      note(
        .plan, stop.request, on: vehicle,
        "\(Wording.stop(stop)) at \(Wording.clock(now)), expected "
          + "\(Wording.clock(planned.time.ms)) as planned")
    }
  }
}
