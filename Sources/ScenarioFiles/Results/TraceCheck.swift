import Journal
import Mobility
import RoadNetwork
import ScenarioModel

/// Follows a day's requests and vehicles through its records, so that nobody who does so again meets
/// one that is out of place.
///
/// It asks only what readers rely on; whether the service's rules were kept is for the audit to say.
struct TraceCheck {
  /// What was expected of a record, and what was found.
  struct Problem: Error {
    /// `nil` where records are missing.
    let record: Int?
    let text: String
  }

  private struct VehicleState {
    enum Duty { case before, on, over }

    var duty = Duty.before
    /// Where it stands; `nil` on the road.
    var place: PlaceID?
    var destination: PlaceID?
    var aboard: [RequestID] = []
    var load = Load.none
    var metres = 0
    /// What those who alighted during this stay take, in milliseconds.
    var alighting = 0
  }

  private struct RequestState {
    var isBooked = false
    var isRefused = false
    var promise: Promise?
    var vehicle: VehicleID?
    var hasBoarded = false
    var hasDeparted = false
    var hasAlighted = false

    var isAnswered: Bool { isRefused || promise != nil }
  }

  private let inputs: InputsSnapshot
  private let bookings: [Booking]
  private let turningPointCount: Int
  private var vehicles: Column<Vehicle, VehicleState>
  private var requests: Column<Request, RequestState>
  private var now = Instant.distantPast
  private var record = 0

  private init(_ inputs: InputsSnapshot, _ bookings: [Booking]) {
    self.inputs = inputs
    self.bookings = bookings
    turningPointCount = inputs.rules.diversion ? inputs.network.nodeCount : 0
    vehicles = Column(repeating: VehicleState(), count: inputs.vehicles.count)
    requests = Column(repeating: RequestState(), count: bookings.count)
  }

  /// Throws for the first record that cannot follow those before it, or for what is missing at the
  /// end.
  static func check(
    _ trace: Trace, of day: InputsSnapshot.Day, inputs: InputsSnapshot
  ) throws(Problem) {
    var check = TraceCheck(inputs, day.bookings)
    for (position, record) in trace.records.enumerated() {
      check.record = position
      try check.read(record)
    }
    try check.finish()
  }

  private mutating func read(_ entry: Record) throws(Problem) {
    let limits = SnapshotTables.Limits.instants
    try expect(
      limits.contains(entry.time.milliseconds), "a time of the service day or near it", "another")
    try expect(now <= entry.time, "records in order of time", "an earlier one")
    now = entry.time
    switch entry.event {
    case .onDuty(let vehicle, let place): try onDuty(vehicle, at: place)
    case .booked(let request): try booked(request)
    case .refused(let request, _): try refused(request)
    case .accepted(let request, let vehicle, let promise):
      try accepted(request, by: vehicle, promise)
    case .reassigned(let request, let vehicle): try reassigned(request, to: vehicle)
    case .replanned(let vehicle, let stops):
      try know(vehicle)
      for planned in stops {
        try know(planned.stop.request)
        try know(planned.stop.place)
        try expect(
          limits.contains(planned.time.milliseconds), "planned times of the service day or near it",
          "another")
      }
    case .repositioned(let vehicle, let place):
      try know(vehicle)
      try know(place)
    case .halted(let vehicle, let place): try halted(vehicle, at: place)
    case .departed(let vehicle, let from, let to): try departed(vehicle, from: from, to: to)
    case .diverted(let vehicle, let turn, let to): try diverted(vehicle, at: turn, to: to)
    case .arrived(let vehicle, let place, let driven): try arrived(vehicle, at: place, driven)
    case .boarded(let request, let vehicle, let place):
      try boarded(request, on: vehicle, at: place)
    case .alighted(let request, let vehicle, let place):
      try alighted(request, from: vehicle, at: place)
    case .offDuty(let vehicle, let place): try offDuty(vehicle, at: place)
    }
  }

  private mutating func finish() throws(Problem) {
    for vehicle in vehicles.ids where vehicles[vehicle].duty != .over {
      throw Problem(
        record: nil, text: "expected vehicle \(vehicle.index) off duty, found it is not")
    }
    for request in requests.ids {
      let state = requests[request]
      guard state.isRefused || state.hasAlighted else {
        let found = state.promise == nil ? "no answer" : "a promise that is not kept"
        throw Problem(
          record: nil, text: "expected request \(request.index) refused or served, found \(found)")
      }
    }
  }

  private func expect(
    _ isSo: Bool, _ expected: @autoclosure () -> String, _ found: @autoclosure () -> String
  ) throws(Problem) {
    guard isSo else {
      throw Problem(record: record, text: "expected \(expected()), found \(found())")
    }
  }
}

// Requests.
extension TraceCheck {
  private mutating func booked(_ request: RequestID) throws(Problem) {
    try know(request)
    try expect(!requests[request].isBooked, "each request booked once", "\(request.index) again")
    requests[request].isBooked = true
  }

  private mutating func refused(_ request: RequestID) throws(Problem) {
    try isOpen(request)
    requests[request].isRefused = true
  }

  private mutating func accepted(
    _ request: RequestID, by vehicle: VehicleID, _ promise: Promise
  ) throws(Problem) {
    try isOpen(request)
    try know(vehicle)
    let asked = bookings[request.index].request
    let terms = promise.terms
    try expect(
      asked.pickups.contains { $0.place == terms.pickup }
        && asked.dropoffs.contains { $0.place == terms.dropoff },
      "places that the request can walk to", "\(terms.pickup.index) and \(terms.dropoff.index)")
    try expect(
      terms.riders == asked.riders, "the request's \(asked.riders) riders", "\(terms.riders)")
    let limits = SnapshotTables.Limits.instants
    try expect(
      limits.contains(terms.ready.milliseconds) && limits.contains(promise.boarding.milliseconds)
        && SnapshotTables.Limits.spans.contains(terms.direct.milliseconds),
      "promised times of the service day or near it", "others")
    requests[request].promise = promise
    requests[request].vehicle = vehicle
  }

  private func isOpen(_ request: RequestID) throws(Problem) {
    try know(request)
    try expect(
      !requests[request].isAnswered, "each request answered once", "\(request.index) again")
  }

  private mutating func reassigned(
    _ request: RequestID, to vehicle: VehicleID
  ) throws(Problem) {
    try know(request)
    try know(vehicle)
    let state = requests[request]
    try expect(
      state.promise != nil && !state.hasBoarded,
      "a request that is accepted and waits", "\(request.index), which is not")
    requests[request].vehicle = vehicle
  }

  private mutating func boarded(
    _ request: RequestID, on vehicle: VehicleID, at place: PlaceID
  ) throws(Problem) {
    try know(request)
    try stands(vehicle, at: place)
    let state = requests[request]
    try expect(
      state.promise != nil && !state.hasBoarded && state.vehicle == vehicle,
      "a request that waits for this vehicle", "\(request.index), which does not")
    try expect(
      state.promise?.terms.pickup == place, "the place that was promised", "\(place.index)")
    requests[request].hasBoarded = true
    vehicles[vehicle].aboard.append(request)
    vehicles[vehicle].load += bookings[request.index].request.load
    try expect(
      inputs.vehicles[vehicle].cabin.holds(vehicles[vehicle].load),
      "at most \(inputs.vehicles[vehicle].cabin.seats) riders aboard",
      "\(vehicles[vehicle].load.total)")
  }

  private mutating func alighted(
    _ request: RequestID, from vehicle: VehicleID, at place: PlaceID
  ) throws(Problem) {
    try know(request)
    try stands(vehicle, at: place)
    let state = requests[request]
    try expect(
      vehicles[vehicle].aboard.contains(request) && state.hasDeparted,
      "a request that was driven here", "\(request.index), which was not")
    try expect(
      state.promise?.terms.dropoff == place, "the place that was promised", "\(place.index)")
    let asked = bookings[request.index].request
    requests[request].hasAlighted = true
    vehicles[vehicle].aboard.removeAll { $0 == request }
    vehicles[vehicle].load -= asked.load
    vehicles[vehicle].alighting += Int(asked.boarding.milliseconds)
    try expect(
      vehicles[vehicle].alighting <= Int(SnapshotTables.Limits.spans.upperBound),
      "a halt of hours at most", "a longer one")
  }
}

// Vehicles.
extension TraceCheck {
  private mutating func onDuty(_ vehicle: VehicleID, at place: PlaceID) throws(Problem) {
    try know(vehicle)
    try know(place)
    try expect(
      vehicles[vehicle].duty == .before, "each vehicle on duty once", "\(vehicle.index) again")
    vehicles[vehicle].duty = .on
    vehicles[vehicle].place = place
  }

  private mutating func offDuty(_ vehicle: VehicleID, at place: PlaceID) throws(Problem) {
    try stands(vehicle, at: place)
    try expect(
      vehicles[vehicle].aboard.isEmpty, "an empty vehicle at the end of its duty", "riders aboard")
    vehicles[vehicle].duty = .over
    vehicles[vehicle].place = nil
  }

  private mutating func halted(_ vehicle: VehicleID, at place: PlaceID) throws(Problem) {
    try stands(vehicle, at: place)
    vehicles[vehicle].alighting = 0
  }

  private mutating func departed(
    _ vehicle: VehicleID, from: PlaceID, to: PlaceID
  ) throws(Problem) {
    try stands(vehicle, at: from)
    try know(to)
    vehicles[vehicle].place = nil
    vehicles[vehicle].destination = to
    for request in vehicles[vehicle].aboard { requests[request].hasDeparted = true }
  }

  private mutating func diverted(
    _ vehicle: VehicleID, at turn: PlaceID, to: PlaceID
  ) throws(Problem) {
    try know(vehicle)
    try know(to)
    try expect(
      turn.index < inputs.places.count + turningPointCount, "a place where vehicles can turn",
      "\(turn.index)")
    try expect(
      vehicles[vehicle].destination != nil, "a vehicle on the road",
      "vehicle \(vehicle.index), which is not")
    vehicles[vehicle].destination = to
  }

  private mutating func arrived(
    _ vehicle: VehicleID, at place: PlaceID, _ driven: Meters
  ) throws(Problem) {
    try know(vehicle)
    try know(place)
    try expect(
      vehicles[vehicle].destination == place, "a vehicle on its way to place \(place.index)",
      "vehicle \(vehicle.index), which is not")
    vehicles[vehicle].metres += Int(driven.count)
    try expect(
      driven >= .zero && vehicles[vehicle].metres <= Int(Int32.max), "a length of road", "another")
    vehicles[vehicle].destination = nil
    vehicles[vehicle].place = place
    vehicles[vehicle].alighting = 0
  }

  private func stands(_ vehicle: VehicleID, at place: PlaceID) throws(Problem) {
    try know(vehicle)
    try know(place)
    try expect(
      vehicles[vehicle].duty == .on && vehicles[vehicle].place == place,
      "a vehicle that stands at place \(place.index)", "vehicle \(vehicle.index), which does not")
  }

  private func know(_ vehicle: VehicleID) throws(Problem) {
    try expect(
      vehicle.index < vehicles.count, "a vehicle of inputs/vehicles.csv", "\(vehicle.index)")
  }

  private func know(_ request: RequestID) throws(Problem) {
    try expect(
      request.index < requests.count, "a request of this day in inputs/requests.csv",
      "\(request.index)")
  }

  private func know(_ place: PlaceID) throws(Problem) {
    try expect(
      place.index < inputs.places.count, "a place of inputs/places.csv", "\(place.index)")
  }
}
