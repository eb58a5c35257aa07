import Indicators
import Journal
import Mobility
import RoadNetwork
import ScenarioModel

/// Follows one vehicle through the records of a day.
struct TrackRecorder {
  private let scenario: Scenario
  private let vehicle: Vehicle
  private let requests: [Request]
  private var scratch: TravelTimes.Scratch

  private var onDuty: Instant?
  private var offDuty: Instant?
  private var legs: [VehicleLeg] = []
  private var periods: [VehicleTrack.Period] = []
  private var aboard = 0

  // The stay at a place.
  private var stays = Instant(milliseconds: 0)
  private var firstBoarding: Instant?
  /// What those who alighted at this stay take.
  private var alighting = TimeSpan.zero

  // The drive under way.
  private var departed: (time: Instant, from: PlaceID)?
  private var points: [VehicleLeg.Point] = []
  /// Whether the vehicle has turned where its way did not lead it.
  private var isLost = false

  /// What each vehicle of the scenario did on the day of the trace.
  static func tracks(
    of trace: Trace, requests: [Request], in scenario: Scenario
  ) -> [VehicleTrack] {
    recorders(of: trace, requests: requests, in: scenario).map(\.track)
  }

  /// The drives of each vehicle of the scenario on the day of the trace.
  static func legs(
    of trace: Trace, requests: [Request], in scenario: Scenario
  ) -> [[VehicleLeg]] {
    recorders(of: trace, requests: requests, in: scenario).map(\.legs)
  }

  /// The first vehicle that turns where its way does not lead it, as none does in a sound trace.
  static func lostVehicle(
    of trace: Trace, requests: [Request], in scenario: Scenario
  ) -> VehicleID? {
    recorders(of: trace, requests: requests, in: scenario).first { $0.isLost }?.vehicle.id
  }

  private static func recorders(
    of trace: Trace, requests: [Request], in scenario: Scenario
  ) -> [TrackRecorder] {
    var recorders = scenario.vehicles.values.map {
      TrackRecorder($0, requests: requests, in: scenario)
    }
    for record in trace.records {
      guard let vehicle = record.event.parts.vehicle else { continue }
      recorders[vehicle.index].apply(record)
    }
    return recorders
  }

  private init(_ vehicle: Vehicle, requests: [Request], in scenario: Scenario) {
    self.scenario = scenario
    self.vehicle = vehicle
    self.requests = requests
    scratch = scenario.travelTimes.makeScratch()
  }

  private var track: VehicleTrack {
    let start = scenario.network.coordinates[scenario.travelTimes.node(of: vehicle.start)]
    let begins = onDuty ?? vehicle.shift.opens
    return VehicleTrack(
      name: scenario.vehicleNames[vehicle.id], seats: vehicle.cabin.seats, onDuty: begins.inSeconds,
      offDuty: (offDuty ?? max(begins, vehicle.shift.closes)).inSeconds,
      start: [rounded(start.latitude), rounded(start.longitude)], drives: legs.map(encoded),
      periods: periods)
  }

  private func encoded(_ leg: VehicleLeg) -> String {
    var line = EncodedLine()
    for point in leg.points {
      line.append(scenario.network.coordinates[point.node], at: point.time)
    }
    return line.text
  }

  private mutating func apply(_ record: Record) {
    let time = record.time
    switch record.event {
    case .onDuty:
      onDuty = time
      beginStay(at: time)
    case .halted:
      endStay(at: time)
      beginStay(at: time)
    case .boarded(let request, _, _):
      aboard += requests[request.index].riders
      firstBoarding = firstBoarding ?? time
    case .alighted(let request, _, _):
      aboard -= requests[request.index].riders
      alighting += requests[request.index].boarding
    case .departed(_, let from, let to):
      endStay(at: time)
      departed = (time, from)
      points = [VehicleLeg.Point(node: scenario.travelTimes.node(of: from), edge: nil, time: time)]
      lead(from: from, to: to, departing: time)
    case .diverted(_, let turn, let to):
      divert(at: turn, to: to, from: time)
    case .arrived(_, let place, let driven):
      endDrive(at: place, driven: driven, time: time)
      beginStay(at: time)
    case .offDuty:
      endStay(at: time)
      offDuty = time
    case .booked, .refused, .accepted, .reassigned, .replanned, .repositioned:
      break
    }
  }

  private mutating func beginStay(at time: Instant) {
    stays = time
    firstBoarding = nil
    alighting = .zero
  }

  /// A halt begins when riders alight or board; before and after it the vehicle waits.
  private mutating func endStay(at time: Instant) {
    let halt = alighting > .zero ? stays + scenario.rules.halt + alighting : stays
    let isOver = min(time, halt)
    add(.boarding, from: stays, to: isOver)
    let boards = min(time, max(isOver, firstBoarding ?? time))
    add(.waiting, from: isOver, to: boards)
    // Who has boarded is driven off as soon as all have.
    add(.boarding, from: boards, to: time)
  }

  private mutating func lead(from origin: PlaceID, to destination: PlaceID, departing: Instant) {
    var time = departing
    let path = scenario.travelTimes.path(
      from: origin, to: destination, departing: departing, using: &scratch)
    for edge in path {
      time += scenario.network.duration[edge]
      points.append(VehicleLeg.Point(node: scenario.network.head[edge], edge: edge, time: time))
    }
  }

  private mutating func divert(at turn: PlaceID, to destination: PlaceID, from now: Instant) {
    let node = scenario.travelTimes.node(of: turn)
    let approach = scenario.travelTimes.approach(of: turn)
    let position = points.firstIndex {
      $0.time >= now && $0.node == node && (approach == nil || $0.edge == approach)
    }
    guard let position else {
      isLost = true
      return
    }
    points.removeSubrange((position + 1)...)
    lead(from: turn, to: destination, departing: points[position].time)
  }

  private mutating func endDrive(at place: PlaceID, driven: Meters, time: Instant) {
    guard let departed else { preconditionFailure("a vehicle arrives before it departs") }
    legs.append(
      VehicleLeg(
        from: departed.from, to: place, departed: departed.time, arrived: time, driven: driven,
        riders: aboard, points: points))
    add(aboard > 0 ? .drivingLoaded : .drivingEmpty, from: departed.time, to: time)
    self.departed = nil
  }

  private mutating func add(_ activity: VehicleTrack.Activity, from: Instant, to: Instant) {
    guard from < to else { return }
    if let last = periods.last, last.activity == activity, last.to == from.inSeconds {
      periods[periods.count - 1].to = to.inSeconds
    } else {
      periods.append(.init(activity: activity, from: from.inSeconds, to: to.inSeconds))
    }
  }
}
