public import Dispatching
public import Mobility
import RoadNetwork

/// Drives a list of stops from one end to the other, the slow and plain way.
///
/// Written from the rules alone, without `Schedule`: what the two agree on is right or wrong twice.
public struct RouteReplay {
  public private(set) var isFeasible = true
  /// Whether a limit is broken that no further stops can mend.
  public private(set) var isHopeless = false
  public private(set) var cost: Cost = 0
  /// When each request boards.
  public private(set) var boarding: [RequestID: Instant] = [:]
  /// When each request is at its drop-off place.
  public private(set) var arrival: [RequestID: Instant] = [:]

  public init(
    _ stops: ContiguousArray<PlannedStop>, of vehicle: Vehicle, from anchor: Anchor,
    aboard: [Aboard], in service: Service
  ) {
    let (rules, weights, times) = (service.rules, service.weights, service.travelTimes)
    var place = anchor.place
    var clock = anchor.leaves
    var riding = aboard
    var next = 0
    var isFirst = true

    while isFirst || next < stops.count {
      var end = next
      let here = isFirst ? anchor.place : stops[next].place
      // Who only passes makes no stop.
      if !(isFirst && anchor.isPassing) {
        while end < stops.count && stops[end].place == here { end += 1 }
      }
      let group = stops[next..<end]
      var arrival = anchor.arrival
      var gate = anchor.gate
      if !isFirst {
        let leg = times.drive(from: place, to: here, departing: clock)
        cost += Cost(leg.milliseconds) * Cost(weights.driving)
        arrival = clock + leg
        gate = arrival + rules.halt
      }
      var work = isFirst ? anchor.work : TimeSpan.zero
      var begin = gate
      for stop in group {
        let earliest = stop.purpose == .pickup ? stop.terms.ready : stop.terms.earliestArrival
        begin = max(begin, earliest)
      }
      for stop in group {
        let terms = stop.terms
        let riders = Cost(terms.riders)
        work += terms.boarding
        if stop.purpose == .dropoff {
          guard let index = riding.firstIndex(where: { $0.terms.request == terms.request }),
            let left = riding[index].left, !isFirst || anchor.isCommitted
          else {
            isFeasible = false
            continue
          }
          riding.remove(at: index)
          self.arrival[terms.request] = arrival
          if arrival > terms.latestArrival || arrival - left > terms.rideLimit {
            isFeasible = false
          }
          let excess = Cost((arrival - left - terms.direct).milliseconds)
          cost += excess * riders * Cost(weights.ride)
          let late = max(0, Cost((arrival - terms.preferredArrival).milliseconds))
          cost += late * riders * Cost(weights.lateArrival)
        } else {
          if begin > terms.latestBoarding { isFeasible = false }
          boarding[terms.request] = begin
          cost += Cost((begin - terms.ready).milliseconds) * riders * Cost(weights.wait)
          cost += Cost(terms.walk.milliseconds) * riders * Cost(weights.walk)
          let late = max(0, Cost((begin - terms.preferredBoarding).milliseconds))
          cost += late * riders * Cost(weights.lateBoarding)
          riding.append(Aboard(terms: terms, left: nil))
        }
      }
      clock = isFirst && group.isEmpty ? anchor.leaves : begin + work
      for k in riding.indices where riding[k].left == nil { riding[k].left = clock }
      if !vehicle.hasPlaces(for: riding.map(\.terms)) { isFeasible = false }
      place = here
      next = end
      isFirst = false
    }
    isHopeless = !isFeasible
    cost += Cost((clock - anchor.arrival).milliseconds) * Cost(weights.operation)
    if let home = vehicle.end {
      let leg = times.drive(from: place, to: home, departing: clock)
      cost += Cost(leg.milliseconds) * Cost(weights.driving)
      clock += leg
    }
    if clock > vehicle.shift.closes || !riding.isEmpty { isFeasible = false }
  }
}
