import Journal
import Mobility

/// The trace of a day, read record by record.
struct Replay {
  private let requests: Column<Request, Request>
  private var progress: Column<Request, RequestProgress>
  private var vehicles: Column<Vehicle, VehicleProgress>

  init(_ inputs: DayInputs) {
    requests = inputs.requests
    progress = Column(repeating: RequestProgress(), count: inputs.requests.count)
    vehicles = Column(inputs.vehicles.values.map { VehicleProgress($0) })
  }

  var trips: Column<Request, Trip> {
    Column(requests.ids.map { progress[$0].trip(of: requests[$0]) })
  }

  var vehicleDays: Column<Vehicle, VehicleDay> {
    Column(vehicles.values.map(\.finished))
  }

  mutating func apply(_ record: Record) {
    let time = record.time
    switch record.event {
    case .onDuty, .booked, .replanned, .repositioned, .diverted, .offDuty:
      break
    case .refused(let request, let reason):
      progress[request].refusal = (reason, time)
    case .accepted(let request, let vehicle, let promise):
      progress[request].promise = promise
      progress[request].vehicle = vehicle
      vehicles[vehicle].runs.begin(request, at: time)
    case .reassigned(let request, let vehicle):
      guard let loser = progress[request].vehicle else {
        preconditionFailure("a request changes vehicles before it is accepted")
      }
      vehicles[loser].runs.end(at: time)
      progress[request].vehicle = vehicle
      vehicles[vehicle].runs.begin(request, at: time)
    case .halted(let vehicle, _):
      vehicles[vehicle].hasServedHere = false
    case .departed(let vehicle, _, _):
      vehicles[vehicle].departed = time
      for request in vehicles[vehicle].aboard where progress[request].departed == nil {
        progress[request].departed = time
      }
    case .arrived(let vehicle, _, let driven):
      vehicles[vehicle].arrive(at: time, driven: driven)
    case .boarded(let request, let vehicle, _):
      progress[request].boarded = time
      vehicles[vehicle].board(requests[request], at: time)
    case .alighted(let request, let vehicle, _):
      progress[request].alighted = time
      vehicles[vehicle].alight(requests[request], at: time)
      notePooling(of: request, with: vehicles[vehicle].aboard, at: time)
    }
  }

  /// Who alights first decides how long two bookings were aboard together.
  private mutating func notePooling(
    of request: RequestID, with others: [RequestID], at alighting: Instant
  ) {
    guard let boarded = progress[request].boarded else { return }
    for other in others {
      guard let otherBoarded = progress[other].boarded,
        alighting - max(boarded, otherBoarded) >= .seconds(1)
      else { continue }
      progress[request].isPooled = true
      progress[other].isPooled = true
    }
  }
}

/// What is known of a request so far.
private struct RequestProgress {
  var refusal: (reason: Refusal, time: Instant)?
  var vehicle: VehicleID?
  var promise: Promise?
  var boarded: Instant?
  var departed: Instant?
  var alighted: Instant?
  var isPooled = false

  func trip(of request: Request) -> Trip {
    if let refusal {
      return Trip(request: request, answer: .refused(refusal.reason, at: refusal.time))
    }
    guard let vehicle, let promise, let boarded, let departed, let alighted,
      let pickup = request.pickups.first(where: { $0.place == promise.terms.pickup }),
      let dropoff = request.dropoffs.first(where: { $0.place == promise.terms.dropoff })
    else { preconditionFailure("request \(request.id.index) was neither refused nor served") }
    let ride = Ride(
      vehicle: vehicle, promise: promise, pickup: pickup, dropoff: dropoff, boarded: boarded,
      departed: departed, alighted: alighted, isPooled: isPooled)
    return Trip(request: request, answer: .served(ride))
  }
}
