import Journal
import Mobility

/// One day lived again, record by record: after each, what was found to be wrong with it.
///
/// A wrong time or place is reported and then taken as it is, so that one fault is told once and not
/// by everything that follows from it.
struct DayReplay {
  let day: AuditedDay
  let inputs: AuditInputs
  let rulebook: Rulebook
  var findings: [Finding] = []

  var vehicles: Column<Vehicle, VehicleState>
  var requests: Column<Request, RequestState>
  /// The record looked at and its time.
  var record = 0
  var now = Int.min
  var order = RecordOrder()
  /// New plans that an acceptance or a reassignment of this instant asks for.
  var plansOwed: [(vehicle: VehicleID, record: Int)] = []
  /// Departures that an order of this instant to wait elsewhere asks for.
  var movesOwed: [(vehicle: VehicleID, record: Int)] = []
  /// Promises of this instant by vehicles that may yet be diverted in it.
  var promisesUnchecked: [(request: RequestID, vehicle: VehicleID, record: Int)] = []

  init(of day: AuditedDay, inputs: AuditInputs, rulebook: Rulebook) {
    self.day = day
    self.inputs = inputs
    self.rulebook = rulebook
    vehicles = Column(repeating: VehicleState(), count: inputs.vehicles.count)
    requests = Column(repeating: RequestState(), count: day.requests.count)
  }

  mutating func run() {
    checkRequestIDs()
    for (index, entry) in day.trace.records.enumerated() {
      record = index
      if entry.time.ms != now { settleInstant() }
      guard isKnown(entry.event) else { continue }
      checkOrder(of: entry)
      now = entry.time.ms
      replay(entry.event)
    }
    settleInstant()
    finish()
  }

  private mutating func replay(_ event: Event) {
    if let vehicle = event.parts.vehicle {
      closeGroup(of: vehicle, unless: event)
      checkDuty(of: vehicle, for: event)
    }
    switch event {
    case .onDuty(let vehicle, let place): onDuty(vehicle, at: place)
    case .booked(let request): booked(request)
    case .refused(let request, let reason): refused(request, reason)
    case .accepted(let request, let vehicle, let promise): accepted(request, by: vehicle, promise)
    case .reassigned(let request, let vehicle): reassigned(request, to: vehicle)
    case .replanned(let vehicle, let stops): replanned(vehicle, stops)
    case .repositioned(let vehicle, let place): repositioned(vehicle, to: place)
    case .halted(let vehicle, let place): halted(vehicle, at: place)
    case .departed(let vehicle, let from, let to): departed(vehicle, from: from, to: to)
    case .diverted(let vehicle, let turn, let to): diverted(vehicle, at: turn, to: to)
    case .arrived(let vehicle, let place, let driven): arrived(vehicle, at: place, driven: driven)
    case .boarded(let request, let vehicle, let place): boarded(request, on: vehicle, at: place)
    case .alighted(let request, let vehicle, let place):
      alighted(request, from: vehicle, at: place)
    case .offDuty(let vehicle, let place): offDuty(vehicle, at: place)
    }
  }

  /// What should have happened by the end of the day.
  private mutating func finish() {
    for vehicle in vehicles.ids {
      closeGroup(of: vehicle, unless: nil)
      let state = vehicles[vehicle]
      if state.duty == .before { noteMissing(.onDuty, vehicle, "never came on duty") }
      if state.duty != .over { noteMissing(.offDuty, vehicle, "never went off duty") }
    }
    for request in requests.ids {
      let state = requests[request]
      if !state.isBooked { noteMissing(.booked, request, "never booked") }
      switch state.answer {
      case .none: noteMissing(.answered, request, "never answered")
      case .refused: break
      case .accepted:
        // The end of a shift has already named those who were left then.
        if let vehicle = state.vehicle, vehicles[vehicle].duty == .over { break }
        if state.alighted == nil { noteMissing(.carried, request, "accepted, but never carried") }
      }
    }
  }

  private mutating func checkRequestIDs() {
    var last = Int.min
    for id in day.requests.ids {
      let request = day.requests[id]
      if request.id != id {
        noteMissing(.unknownID, id, "its id is \(request.id.index), expected its position")
      }
      if request.booked.ms < last { noteMissing(.unknownID, id, "numbered out of booking order") }
      last = request.booked.ms
    }
  }

  /// False, with a finding, when the inputs lack something that the event names.
  private mutating func isKnown(_ event: Event) -> Bool {
    let parts = event.parts
    var unknown: [String] = []
    if let vehicle = parts.vehicle, vehicle.index >= vehicles.count {
      unknown.append("vehicle \(vehicle.index)")
    }
    let named = [parts.request].compactMap { $0 } + (parts.stops ?? []).map(\.stop.request)
    for request in named where request.index >= requests.count {
      unknown.append("request \(request.index)")
    }
    for place in parts.places where place.index >= inputs.places.count {
      unknown.append("place \(place.index)")
    }
    for name in unknown {
      findings.append(
        Finding(
          .unknownID, day: day.trace.day, record: record,
          text: "\(name) is not in the inputs, expected one that is"))
    }
    return unknown.isEmpty
  }
}

extension DayReplay {
  mutating func note(_ rule: Rule, _ vehicle: VehicleID, _ text: String, at line: Int? = nil) {
    findings.append(
      Finding(
        rule, day: day.trace.day, record: line ?? record, vehicle: vehicle,
        text: "\(inputs.vehicleNames[vehicle]): \(text)"))
  }

  mutating func note(
    _ rule: Rule, _ request: RequestID, on vehicle: VehicleID? = nil, _ text: String,
    at line: Int? = nil
  ) {
    let subject = vehicle.map { "\(inputs.vehicleNames[$0]): " } ?? ""
    findings.append(
      Finding(
        rule, day: day.trace.day, record: line ?? record, vehicle: vehicle, request: request,
        text: "\(subject)request \(request.index): \(text)"))
  }

  private mutating func noteMissing(_ rule: Rule, _ vehicle: VehicleID, _ text: String) {
    findings.append(
      Finding(
        rule, day: day.trace.day, vehicle: vehicle,
        text: "\(inputs.vehicleNames[vehicle]): \(text)"))
  }

  private mutating func noteMissing(_ rule: Rule, _ request: RequestID, _ text: String) {
    findings.append(
      Finding(
        rule, day: day.trace.day, request: request, text: "request \(request.index): \(text)"))
  }
}
