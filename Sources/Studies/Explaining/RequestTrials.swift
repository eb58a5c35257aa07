import Journal
import Mobility
import ScenarioModel
import Simulator

/// A day up to the answer of one request, run again and again with one thing changed.
///
/// What concerns the request alone is first tried on a copy of the day as it stood before that could
/// matter; what is reported is proven from the start of the day.
struct RequestTrials {
  let experiment: Experiment
  let day: Int
  let strategy: Int
  let request: Request
  /// What the request was answered on the day as it was.
  let base: Answer
  /// What trials took, and copies of days, counted in events.
  private(set) var work = 0
  private var workLimit: Int

  private let booking: Booking
  private let age: DemandModel.AgeClass?
  /// The day as it stood so many minutes before the request was booked, at the moment itself last.
  private let earlier: [(minutes: Int, day: Simulation)]

  init(
    _ experiment: Experiment, day: Int, request: RequestID, strategy: Int,
    workAtMost workLimit: Int = .max
  ) throws {
    self.experiment = experiment
    self.workLimit = workLimit
    self.day = day
    self.strategy = strategy
    booking = experiment.bookings[day][request.index]
    self.request = booking.request
    age = experiment.scenario.walkers?.ageClass(named: booking.age)
    var simulation = experiment.simulation(ofDay: day, under: strategy)
    var earlier: [(minutes: Int, day: Simulation)] = []
    for minutes in Self.copiedBefore {
      try simulation.advance(to: booking.request.booked - .minutes(Int32(minutes)))
      earlier.append((minutes, simulation))
    }
    self.earlier = earlier
    base = try simulation.answer(to: request)
    work = simulation.work
  }

  /// Whether no more should be tried.
  var isOver: Bool { work >= workLimit }

  /// From now on so much more work is enough.
  mutating func allow(_ more: Int) { workLimit = work + more }

  /// A copy of a day takes as long as so many events.
  private static let workOfACopy = 10

  /// Half as much again and again: no trial runs more than twice the time that it needs.
  private static let copiedBefore = [Change.Kind.book.mostMinutes, 60, 30, 15, 7, 3, 1, 0]

  /// The change of that kind that takes so many minutes; `nil` where there is none so large.
  func change(_ kind: Change.Kind, minutes: Int) -> Change? {
    guard minutes <= kind.mostMinutes else { return nil }
    switch kind {
    case .wait: return .wait(minutes: minutes)
    case .book:
      let opening = experiment.scenario.rules.hours.opens - DemandModel.earliestBooking
      let booked = request.booked - .minutes(Int32(minutes))
      return booked >= opening ? .book(minutes: minutes) : nil
    case .walk:
      guard let age else { return nil }
      let farther = age.walk(inMinutes: minutes)
      return farther <= Change.longestWalk ? .walk(minutes: minutes, farther: farther) : nil
    case .van: return nil
    }
  }

  /// One step less of a change; `nil` where that is the day as it was.
  func stepBefore(_ change: Change) -> Change? {
    guard let minutes = change.minutes else {
      guard case .van(let hour) = change, vanHours.contains(hour + 1) else { return nil }
      return .van(fromHour: hour + 1)
    }
    return minutes > 1 ? self.change(change.kind, minutes: minutes - 1) : nil
  }

  /// The request as it is with a change of its own.
  func changed(by change: Change) -> Request {
    var request = request
    switch change {
    case .wait(let minutes): request.extraWait = .minutes(Int32(minutes))
    case .book(let minutes): request = request.booked(earlier: .minutes(Int32(minutes)))
    case .walk(_, let farther):
      guard let age, let walkers = experiment.scenario.walkers else { break }
      func reached(_ door: Coordinate, _ offered: [Access]) -> [Access] {
        walkers.accesses(
          from: door, of: age, offered: offered, farther: farther, longest: Change.longestWalk,
          places: experiment.scenario.places)
      }
      request.pickups = reached(booking.origin, request.pickups)
      request.dropoffs = reached(booking.destination, request.dropoffs)
    case .van: break
    }
    return request
  }

  /// The whole hours at which one more van could begin.
  var vanHours: ClosedRange<Int> {
    let hour = TimeSpan.hours(1).milliseconds
    let shifts = experiment.scenario.vehicles.values.map(\.shift)
    let opens = shifts.reduce(Instant.distantFuture) { min($0, $1.opens) }
    let first = opens.milliseconds / hour
    let last = (closing.milliseconds - 1) / hour
    return Int(first)...Int(max(first, last))
  }

  /// The end of the longest shift.
  private var closing: Instant {
    experiment.scenario.vehicles.values.reduce(.distantPast) { max($0, $1.shift.closes) }
  }

  /// What the request is answered with a change of its own, from a copy of the day.
  mutating func tried(_ change: Change) throws -> Answer {
    let changed = changed(by: change)
    if changed == request { return base }
    if let reason = experiment.scenario.rules.refusal(of: changed) {
      return Answer(time: changed.booked, outcome: .refused(reason))
    }
    let minutes = change.kind == .book ? change.minutes ?? 0 : 0
    guard var simulation = earlier.last(where: { $0.minutes >= minutes })?.day else {
      preconditionFailure("no copy from before the change")
    }
    simulation.replace(with: changed)
    return try answer(in: simulation)
  }

  /// What it is answered when the day is run again from its start.
  mutating func proven(_ change: Change?) throws -> Answer {
    // The day as it was has been run from its start, too.
    guard let change else { return base }
    var van: Vehicle?
    if case .van(let hour) = change { van = oneMoreVan(fromHour: hour) }
    return try answer(
      in: experiment.simulation(
        ofDay: day, under: strategy, changing: changed(by: change), adding: van))
  }

  private mutating func answer(in day: Simulation) throws -> Answer {
    var simulation = day
    defer { work += simulation.work - day.work + Self.workOfACopy }
    return try simulation.answer(to: request.id)
  }

  private func oneMoreVan(fromHour hour: Int) -> Vehicle? {
    let vehicles = experiment.scenario.vehicles
    return vehicles.values.first.map { first in
      Vehicle(
        id: VehicleID(vehicles.count), start: first.start, end: first.end, cabin: first.cabin,
        shift: TimeWindow(opens: min(Instant(hour: Int32(hour)), closing), closes: closing))
    }
  }
}
