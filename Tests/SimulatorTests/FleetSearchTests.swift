import Dispatching
import Journal
import Mobility
import RoadNetwork
import Simulator
import TestSupport
import Testing

/// Whole days in which every decision is compared with a plain scan of the fleet.
@Suite("The search of a fleet")
struct FleetSearchTests {
  /// One way to run a service.
  struct Setting: CustomTestStringConvertible {
    let preset: Preset
    let diversion: Bool
    let backend: TravelTimes.Backend
    let approaches: Bool
    var mayDelay = true
    /// Whether idle vehicles drive to where they cover most.
    var moves = false
    /// Whether most riders book hours ahead, between few places, so that vans wait for them.
    var hoursAhead = false

    static let all: [Setting] = Preset.allCases.flatMap { preset in
      [false, true].flatMap { diversion in
        TravelTimes.Backend.allCases.flatMap { backend in
          [false, true].map {
            Setting(preset: preset, diversion: diversion, backend: backend, approaches: $0)
          }
        }
      }
    }

    var delayingNobody: Setting {
      var other = self
      other.mayDelay = false
      return other
    }

    var movingVehicles: Setting {
      var other = self
      other.moves = true
      return other
    }

    var bookedHoursAhead: Setting {
      var other = self
      other.hoursAhead = true
      return other
    }

    var testDescription: String {
      "\(preset.rawValue), \(diversion ? "diversion" : "no diversion"), \(backend), places at "
        + (approaches ? "the ends of edges" : "nodes") + (mayDelay ? "" : ", nobody delayed")
        + (moves ? ", idle vans move" : "") + (hoursAhead ? ", booked hours ahead" : "")
    }
  }

  @Test(
    "finds what replaying every pair of every vehicle finds",
    arguments: Setting.all + Setting.all.filter(\.diversion).map { $0.delayingNobody }
      + Setting.all.filter { $0.preset == .hard }.map { $0.movingVehicles }
      + Setting.all.filter { $0.preset == .hard }.map { $0.bookedHoursAhead })
  func equalsPlainScan(setting: Setting) throws {
    let findings = ScannedGreedy.Findings()
    var givenOnEmptyDrives = 0
    for seed in 0..<5 {
      var town = RandomTown(seed: seed, setting)
      let strategy = ScannedGreedy(
        service: town.service, findings: findings, mayDelay: setting.mayDelay)
      let trace = try town.run(strategy, requests: 260, setting)
      givenOnEmptyDrives += trace.givenOnEmptyDrives
    }
    #expect(setting.moves == (givenOnEmptyDrives >= 20), "\(givenOnEmptyDrives)")
    #expect(findings.looked >= 1260, "fewer than 20,000 decisions in all settings together")
    #expect(findings.served * 10 > findings.looked * 4, "the test proves little when nothing fits")
    #expect(findings.differences.prefix(3) == [])
  }
}

extension Trace {
  /// How many requests were given to vehicles on an empty drive to where they were to wait.
  fileprivate var givenOnEmptyDrives: Int {
    var moving: Set<VehicleID> = []
    var count = 0
    for record in records {
      switch record.event {
      case .repositioned(let vehicle, _): moving.insert(vehicle)
      case .arrived(let vehicle, _, _), .diverted(let vehicle, _, _): moving.remove(vehicle)
      case .accepted(_, let vehicle, _) where moving.contains(vehicle): count += 1
      default: break
      }
    }
    return count
  }
}

/// A grid of streets with a small fleet and a busy day.
private struct RandomTown {
  let service: Service
  private let vehicles: Column<Vehicle, Vehicle>
  private let places: [PlaceID]
  private var numbers: SeededGenerator

  init(seed: Int, _ setting: FleetSearchTests.Setting) {
    var numbers = SeededGenerator(seed: 7_000_000 + seed)
    let grid = StreetGrid(side: 18, seed: seed)
    let given = setting.approaches ? Column<Place, Place>([]) : grid.places
    let kind: TurningPoints =
      setting.approaches ? .edges : setting.diversion ? .nodes : .none
    guard
      let times = TravelTimes(
        grid.network, between: given, turningPoints: kind, backend: setting.backend,
        index: { seed % 2 == 0 ? RoutingIndex($0) : Self.indexWithTightBounds($0) })
    else { preconditionFailure("a grid connects everything") }
    let isWaiting = Bool.random(using: &numbers)
    let rules = ServiceRules(
      hours: TimeWindow(opens: Instant(hour: 0), closes: Instant(hour: 30)), minimumLead: .zero,
      maximumWait: .minutes(8), promiseTolerance: .minutes(4), rideFactorThousandths: 1500,
      rideAllowance: .minutes(2), halt: isWaiting ? .seconds(30) : .seconds(60),
      limits: setting.preset.limits, diversion: setting.diversion)
    var weights = setting.preset.weights
    if setting.preset == .hard { weights.driving = .random(in: 0...2000, using: &numbers) }
    service = Service(travelTimes: times, rules: rules, weights: weights)
    places = (0..<(setting.approaches ? grid.network.edgeCount : grid.network.nodeCount)).map {
      PlaceID($0)
    }
    let chosen = places
    vehicles = Column(
      (0..<8).map { k in
        Vehicle(
          id: VehicleID(k), start: chosen[Int.random(in: chosen.indices, using: &numbers)],
          end: k % 3 == 0 ? chosen[0] : nil, cabin: Cabin(seats: 2 + k % 4),
          shift: TimeWindow(opens: Instant(hour: 0), closes: Instant(hour: 8)))
      })
    self.numbers = numbers
  }

  /// One part of the town for each node: what bounds leave out wrongly shows.
  private static func indexWithTightBounds(_ network: RoadNetwork) -> RoutingIndex {
    let index = RoutingIndex(network)
    return RoutingIndex(
      hierarchy: index.hierarchy, labels: index.labels,
      cells: NodeCells(network, labels: index.labels, atMost: 4 * network.nodeCount))
  }

  mutating func run(
    _ strategy: any DispatchStrategy, requests count: Int, _ setting: FleetSearchTests.Setting
  ) throws -> Trace {
    var now = Instant(hour: 1)
    var requests: [Request] = []
    // Soft limits refuse nobody: fewer requests at a time keep the routes short, or vans idle.
    // So do fewer where they are known for hours.
    let hasFewer = service.rules.limits == .soft || setting.moves || setting.hoursAhead
    let pause: Int32 = hasFewer ? 90 : 40
    let places = setting.hoursAhead ? Array(places.shuffled(using: &numbers).prefix(9)) : places
    let longestBoarding: Int32 = setting.hoursAhead ? 60 : 10
    for k in 0..<count {
      now += .seconds(.random(in: 0...pause, using: &numbers))
      let origin = places[Int.random(in: places.indices, using: &numbers)]
      var destination = places[Int.random(in: places.indices, using: &numbers)]
      while setting.hoursAhead, destination == origin {
        destination = places[Int.random(in: places.indices, using: &numbers)]
      }
      // A third books ahead, or all.
      let longestLead: Int32 = setting.hoursAhead ? 6000 : k % 3 == 0 ? 900 : 0
      let lead: Int32 = longestLead > 0 ? .random(in: 0...longestLead, using: &numbers) : 0
      requests.append(
        Request(
          id: RequestID(k), booked: now, desired: now + .seconds(lead),
          arriveFrom: k % 5 == 0 ? now + .seconds(lead + 600) : nil,
          riders: .random(in: 1...2, using: &numbers),
          boarding: .seconds(.random(in: 0...longestBoarding, using: &numbers)),
          pickups: [Access(place: origin, walk: .seconds(.random(in: 0...120, using: &numbers)))],
          dropoffs: [Access(place: destination)]))
    }
    return try Simulation(
      day: 0, requests: Column(requests), vehicles: vehicles, service: service, strategy: strategy,
      parking: setting.moves ? parking : nil
    ).run().trace
  }

  private var parking: Parking? {
    let changes: [String: Parameter.Value] = [
      "repositioning": .choice("coverage"), "reach": .duration(.minutes(6)),
      "gain_percent": .whole(0),
    ]
    let values = Parking.parameters.map { ($0.name, changes[$0.name] ?? $0.standard) }
    return Parking(
      StrategySettings(id: "parking", values: values),
      forecast: DemandForecast(uniformOver: places), service: service)
  }
}
