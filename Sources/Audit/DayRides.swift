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
    var refusal: (reason: Refusal, time: Int)?
    var vehicle: VehicleID?
    var boarded: Int?
    var left: Int?
    var alighted: Int?
  }

  struct Leg {
    let vehicle: VehicleID
    let departed: Int
    let arrived: Int
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
  /// Stays at which somebody boarded or alighted.
  private(set) var stops: Column<Vehicle, Int>
  private(set) var commitments: Column<Vehicle, [Commitment]>
  private var aboard: Column<Vehicle, [RequestID]>
  private var ridersOnLeg: Column<Vehicle, Int>
  private var departed: Column<Vehicle, Int?>
  /// Whether somebody boarded or alighted since the vehicle arrived or halted.
  private var hasServed: Column<Vehicle, Bool>
  private var openCommitments: Column<Request, (vehicle: VehicleID, index: Int)?>

  init(of day: AuditedDay, inputs: AuditInputs, rulebook: Rulebook) {
    self.day = day.trace.day
    rides = Column(day.requests.values.map { Ride(request: $0) })
    commitments = Column(repeating: [], count: inputs.vehicles.count)
    aboard = Column(repeating: [], count: inputs.vehicles.count)
    ridersOnLeg = Column(repeating: 0, count: inputs.vehicles.count)
    departed = Column(repeating: nil, count: inputs.vehicles.count)
    stops = Column(repeating: 0, count: inputs.vehicles.count)
    hasServed = Column(repeating: false, count: inputs.vehicles.count)
    openCommitments = Column(repeating: nil, count: day.requests.count)
    for record in day.trace.records {
      let parts = record.event.parts
      guard parts.vehicle.map({ $0.index < inputs.vehicles.count }) ?? true,
        parts.places.allSatisfy({ $0.index < inputs.places.count }),
        parts.request.map({ $0.index < day.requests.count }) ?? true
      else { continue }
      read(record.event, at: record.time.ms, rulebook)
    }
  }

  private mutating func read(_ event: Event, at time: Int, _ rulebook: Rulebook) {
    switch event {
    case .refused(let request, let reason): rides[request].refusal = (reason, time)
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
      serve(by: vehicle)
    case .alighted(let request, let vehicle, _):
      rides[request].alighted = time
      aboard[vehicle].removeAll { $0 == request }
      serve(by: vehicle)
      release(request, at: time)
    case .departed(let vehicle, _, _):
      for request in aboard[vehicle] where rides[request].left == nil {
        rides[request].left = time
      }
      departed[vehicle] = time
      ridersOnLeg[vehicle] = aboard[vehicle].reduce(0) { $0 + rides[$1].request.riders }
    case .arrived(let vehicle, _, let driven):
      legs.append(
        Leg(
          vehicle: vehicle, departed: departed[vehicle] ?? time, arrived: time,
          metres: Int(driven.count), riders: ridersOnLeg[vehicle]))
      hasServed[vehicle] = false
    case .halted(let vehicle, _): hasServed[vehicle] = false
    case .onDuty, .booked, .replanned, .repositioned, .diverted, .offDuty: break
    }
  }

  private mutating func serve(by vehicle: VehicleID) {
    if !hasServed[vehicle] { stops[vehicle] += 1 }
    hasServed[vehicle] = true
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
