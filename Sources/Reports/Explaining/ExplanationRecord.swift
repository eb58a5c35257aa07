import Dispatching
public import Foundation
import Mobility
public import ScenarioModel
import Simulator
public import Studies

/// Why a request was refused or given its van, for programs to read.
public struct ExplanationRecord: Encodable {
  struct Limit: Encodable {
    let limit: String
    let request: Int?
    let excessSeconds: Double?
    let missingSeats: Int?
  }

  struct Option: Encodable {
    let vehicle: String
    let costSeconds: Double?
    let pickup: String?
    let dropoff: String?
    let boarding: String?
    let arrival: String?
    /// `nil` for a vehicle that takes no more stops.
    let limits: [Limit]?
  }

  struct Remedy: Encodable {
    let change: String
    let minutes: Int?
    let walkMeters: Int?
    let vanFromHour: Int?
    let vehicle: String
    let promised: String
    let pickup: String
    let dropoff: String
    let reasonOneStepBefore: String
  }

  struct Strategy: Encodable {
    let strategy: String
    let answer: String
    let answered: String
    let reason: String?
    let acceptedBy: String?
    let servedBy: String?
    let promised: String?
    let otherRequests: Int
    let vehicles: [Option]
    let changes: [Remedy]
    /// Kinds of changes that were not tried to the end.
    let changesCut: [String]
  }

  let scenario: String
  let day: Int
  let request: Int
  /// The request's own, if it has one.
  let id: String?
  let booked: String
  let desired: String
  let riders: Int
  let strategies: [Strategy]

  /// The explanations of one request, by strategy.
  public init(_ explanations: [Explanation], of booking: Booking, in scenario: Scenario) {
    let names = Names(scenario: scenario)
    self.scenario = scenario.name
    day = explanations.first?.day ?? 0
    request = booking.request.id.index
    id = booking.name.isEmpty ? nil : booking.name
    booked = booking.request.booked.description
    desired = booking.request.desired.description
    riders = booking.request.riders
    strategies = explanations.map { Strategy($0, names) }
  }

  /// Keys in snake case and sorted, a line break at the end.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// The names that the scenario's files use.
  fileprivate struct Names {
    let scenario: Scenario

    func vehicle(_ id: VehicleID) -> String {
      id.index < scenario.vehicleNames.count ? scenario.vehicleNames[id] : FixTable.additionalVan
    }
    func place(_ id: PlaceID) -> String { scenario.places[id].key }
  }
}

extension ExplanationRecord.Strategy {
  fileprivate init(_ explanation: Explanation, _ names: ExplanationRecord.Names) {
    strategy = explanation.strategy
    answered = explanation.answer.time.description
    switch explanation.answer.outcome {
    case .accepted(let van, let promise):
      (answer, reason) = ("accepted", nil)
      (acceptedBy, promised) = (names.vehicle(van), promise.boarding.description)
    case .refused(let refusal):
      (answer, reason) = ("refused", refusal.rawValue)
      (acceptedBy, promised) = (nil, nil)
    }
    servedBy = explanation.servedBy.map { names.vehicle($0) }
    otherRequests = explanation.othersOpen
    vehicles = explanation.options.map { .init($0, names) }
    changes = explanation.counterfactuals.map { .init($0, names) }
    changesCut = explanation.cut.map(\.rawValue)
  }
}

extension ExplanationRecord.Option {
  fileprivate init(_ option: VehicleOption, _ names: ExplanationRecord.Names) {
    let plan = option.plan
    vehicle = names.vehicle(option.vehicle)
    costSeconds = plan.map { Double($0.cost) / 1_000_000 }
    pickup = plan.map { names.place($0.pickup) }
    dropoff = plan.map { names.place($0.dropoff) }
    boarding = plan?.boarding.description
    arrival = plan?.arrival.description
    limits = plan?.breaches.map { .init($0) }
  }
}

extension ExplanationRecord.Limit {
  fileprivate init(_ breach: Breach) {
    switch breach {
    case .boarding(let id, let late):
      self.init(
        limit: "boarding", request: id.index, excessSeconds: late.inSeconds, missingSeats: nil)
    case .arrival(let id, let late):
      self.init(
        limit: "arrival", request: id.index, excessSeconds: late.inSeconds, missingSeats: nil)
    case .ride(let id, let over):
      self.init(
        limit: "ride_time", request: id.index, excessSeconds: over.inSeconds, missingSeats: nil)
    case .seats(let missing):
      self.init(limit: "seats", request: nil, excessSeconds: nil, missingSeats: missing)
    case .shiftEnd(let late):
      self.init(limit: "shift_end", request: nil, excessSeconds: late.inSeconds, missingSeats: nil)
    }
  }
}

extension ExplanationRecord.Remedy {
  fileprivate init(_ found: Counterfactual, _ names: ExplanationRecord.Names) {
    change = found.change.kind.id
    minutes = found.change.minutes
    walkMeters = found.change.metersFarther
    vanFromHour = found.change.vanHour
    vehicle = names.vehicle(found.vehicle)
    promised = found.promise.boarding.description
    pickup = names.place(found.promise.terms.pickup)
    dropoff = names.place(found.promise.terms.dropoff)
    reasonOneStepBefore = found.reasonBefore.rawValue
  }
}
