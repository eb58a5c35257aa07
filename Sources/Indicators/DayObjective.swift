public import Journal
public import Mobility

/// What a day cost: driving, wait, excess ride, walk and refusals, weighted, no term counted twice.
///
/// From realised times, and comparable with the cost of plans and with bounds. The wait lasts from
/// being ready at the stop to the begin of boarding. The ride lasts from there on, less the boarding
/// and alighting of the halt: a party that sits in the vehicle while it waits for another at the
/// same stop is riding, and where all board together that is from leaving the stop to arriving.
public struct DayObjective: Hashable, Sendable {
  public private(set) var driving: Cost = 0
  public private(set) var wait: Cost = 0
  public private(set) var excessRide: Cost = 0
  public private(set) var walk: Cost = 0
  public private(set) var refusals: Cost = 0

  public var total: Cost { driving + wait + excessRide + walk + refusals }

  /// The trace must keep the rules of the simulation.
  public init(_ trace: Trace, inputs: DayInputs, weights: Weights) {
    var vehicles = Column<Vehicle, Progress>(repeating: Progress(), count: inputs.vehicles.count)
    var promises = Column<Request, Promise?>(repeating: nil, count: inputs.requests.count)
    /// When the ride of a party that is aboard began to count.
    var starts = Column<Request, Instant?>(repeating: nil, count: inputs.requests.count)
    for record in trace.records {
      let time = record.time
      switch record.event {
      case .onDuty, .booked, .reassigned, .replanned, .repositioned, .diverted, .offDuty: break
      case .refused(let request, _):
        let riders = inputs.requests[request].riders
        refusals += inputs.refusalWait.cost(at: weights.wait, riders: riders)
      case .accepted(let request, _, let promise): promises[request] = promise
      case .halted(let vehicle, _): vehicles[vehicle] = Progress()
      case .departed(let vehicle, _, _):
        for (request, boarded) in vehicles[vehicle].boarded {
          starts[request] = boarded + vehicles[vehicle].work
        }
        vehicles[vehicle] = Progress(departed: time)
      case .arrived(let vehicle, _, _):
        guard let departed = vehicles[vehicle].departed else {
          preconditionFailure("a vehicle arrives before it departs")
        }
        driving += (time - departed).cost(at: weights.driving)
        vehicles[vehicle] = Progress()
      case .boarded(let request, let vehicle, _):
        guard let terms = promises[request]?.terms else {
          preconditionFailure("a party boards that was not accepted")
        }
        wait += (time - terms.ready).cost(at: weights.wait, riders: terms.riders)
        walk += terms.walk.cost(at: weights.walk, riders: terms.riders)
        vehicles[vehicle].work += terms.boarding
        vehicles[vehicle].boarded.append((request, time))
      case .alighted(let request, let vehicle, _):
        guard let terms = promises[request]?.terms, let start = starts[request] else {
          preconditionFailure("a party alights that has not left its stop")
        }
        excessRide += (time - start - terms.direct).cost(at: weights.ride, riders: terms.riders)
        vehicles[vehicle].work += terms.boarding
      }
    }
  }

  /// A vehicle since it last left or came to a place.
  private struct Progress {
    var departed: Instant?
    var work = TimeSpan.zero
    var boarded: [(request: RequestID, time: Instant)] = []
  }
}
