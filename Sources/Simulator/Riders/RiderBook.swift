import Dispatching
import Journal
import Mobility

/// Where every request of the day stands.
struct RiderBook {
  enum State {
    /// Not booked yet.
    case expected
    /// Booked and not answered.
    case open
    case promised(Promise, by: VehicleID)
    case aboard(Promise, VehicleID)
    case over
  }

  private var states: Column<Request, State>
  /// Booked and not answered yet, in order of booking.
  private(set) var open: [RequestID] = []
  /// How many have been booked so far.
  private(set) var booked = 0

  init(count: Int) { states = Column(repeating: .expected, count: count) }

  var count: Int { states.count }

  subscript(request: RequestID) -> State { states[request] }

  /// What the party was told, from its acceptance to the end of its ride.
  func promise(to request: RequestID) -> Promise? {
    switch states[request] {
    case .promised(let promise, _), .aboard(let promise, _): promise
    case .expected, .open, .over: nil
    }
  }

  /// Who is to pick up a promised request, until it boards.
  func vehicle(promisedTo request: RequestID) -> VehicleID? {
    if case .promised(_, let vehicle) = states[request] { vehicle } else { nil }
  }

  mutating func book(_ request: RequestID) {
    guard case .expected = states[request] else { preconditionFailure("booked twice") }
    booked += 1
    states[request] = .open
    open.append(request)
  }

  mutating func refuse(_ request: RequestID) { answer(request, .over) }

  mutating func promise(_ promise: Promise, to request: RequestID, by vehicle: VehicleID) {
    answer(request, .promised(promise, by: vehicle))
  }

  private mutating func answer(_ request: RequestID, _ state: State) {
    guard case .open = states[request] else {
      preconditionFailure("an answer to nobody's question")
    }
    states[request] = state
    open.removeAll { $0 == request }
  }

  mutating func reassign(_ request: RequestID, to vehicle: VehicleID) {
    guard case .promised(let promise, _) = states[request] else {
      preconditionFailure("only who waits for a vehicle can be given to another")
    }
    states[request] = .promised(promise, by: vehicle)
  }

  mutating func board(_ request: RequestID) {
    guard case .promised(let promise, let vehicle) = states[request] else {
      preconditionFailure("boarded without a promise")
    }
    states[request] = .aboard(promise, vehicle)
  }

  mutating func alight(_ request: RequestID) {
    guard case .aboard = states[request] else { preconditionFailure("alighted without a ride") }
    states[request] = .over
  }
}
