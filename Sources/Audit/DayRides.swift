import Journal
import Mobility

/// What the figures of a day are worked out from: who rode when, and what was driven with how many.
///
/// Reads the trace as it is: whether it is right is for `DayReplay` to say.
struct DayRides {
  /// A request from its booking to its end; times in milliseconds.
  struct Ride {
    let request: Request
    var promise: Promise?
    var terms: Rulebook.Terms?
    var isRefused = false
    var vehicle: VehicleID?
    var boarded: Int?
    var left: Int?
    var alighted: Int?
  }

  struct Leg {
    let metres: Int
    let riders: Int
  }

  /// A time in which a vehicle has a party aboard or promised.
  struct Commitment {
    let request: RequestID
    let begin: Int
    var end: Int?
  }

  let day: Int
  private(set) var rides: Column<Request, Ride>
  private(set) var legs: [Leg] = []
  private(set) var commitments: Column<Vehicle, [Commitment]>
  private var aboard: Column<Vehicle, [RequestID]>
  private var ridersOnLeg: Column<Vehicle, Int>
  private var openCommitments: Column<Request, (vehicle: VehicleID, index: Int)?>

  init(of day: AuditedDay, inputs: AuditInputs, rulebook: Rulebook) {
    self.day = day.trace.day
    rides = Column(day.requests.values.map { Ride(request: $0) })
    commitments = Column(repeating: [], count: inputs.vehicles.count)
    aboard = Column(repeating: [], count: inputs.vehicles.count)
    ridersOnLeg = Column(repeating: 0, count: inputs.vehicles.count)
    openCommitments = Column(repeating: nil, count: day.requests.count)
    for record in day.trace.records {
      guard record.event.vehicles.allSatisfy({ $0.index < inputs.vehicles.count }),
        record.event.places.allSatisfy({ $0.index < inputs.places.count }),
        record.event.request.map({ $0.index < day.requests.count }) ?? true
      else { continue }
      read(record.event, at: record.time.ms, rulebook)
    }
  }

  private mutating func read(_ event: Event, at time: Int, _ rulebook: Rulebook) {
    switch event {
    case .refused(let request, _): rides[request].isRefused = true
    case .accepted(let request, let vehicle, let promise):
      rides[request].promise = promise
      rides[request].terms = rulebook.terms(
        of: rides[request].request, from: promise.terms.pickup, to: promise.terms.dropoff,
        promised: promise.boarding.ms)
      commit(request, to: vehicle, at: time)
    case .reassigned(let request, let vehicle):
      release(request, at: time)
      commit(request, to: vehicle, at: time)
    case .boarded(let request, let vehicle, _):
      rides[request].vehicle = vehicle
      rides[request].boarded = time
      aboard[vehicle].append(request)
    case .alighted(let request, let vehicle, _):
      rides[request].alighted = time
      aboard[vehicle].removeAll { $0 == request }
      release(request, at: time)
    case .departed(let vehicle, _, _):
      for request in aboard[vehicle] where rides[request].left == nil {
        rides[request].left = time
      }
      ridersOnLeg[vehicle] = aboard[vehicle].reduce(0) { $0 + rides[$1].request.riders }
    case .arrived(let vehicle, _, let driven):
      legs.append(Leg(metres: Int(driven.count), riders: ridersOnLeg[vehicle]))
    case .onDuty, .booked, .replanned, .repositioned, .halted, .diverted, .offDuty: break
    }
  }

  private mutating func commit(_ request: RequestID, to vehicle: VehicleID, at time: Int) {
    openCommitments[request] = (vehicle, commitments[vehicle].count)
    commitments[vehicle].append(Commitment(request: request, begin: time))
  }

  private mutating func release(_ request: RequestID, at time: Int) {
    guard let open = openCommitments[request] else { return }
    commitments[open.vehicle][open.index].end = time
    openCommitments[request] = nil
  }
}
