public import Mobility
import RoadNetwork

/// Where idle vehicles wait for work: a parameter of every strategy.
public struct Parking: Sendable {
  public static let parameters = [
    Parameter(
      "repositioning", .choice(["stay", "depot", "coverage"]), standard: .choice("stay"),
      summary: "Idle vans stay where they are, go to their depot, or go where they cover most riders."),
    Parameter(
      "reach", .duration(.minutes(1)...TimeSpan.hours(1)), standard: .duration(.minutes(8)),
      summary: "With coverage: a van covers the places that it can be at in this time."),
    Parameter(
      "busy_percent", .whole(0...99), standard: .whole(50),
      summary: "With coverage: how often a van is busy when somebody asks for it."),
    Parameter(
      "gain_percent", .whole(0...100), standard: .whole(2),
      summary: "With coverage: a van moves if it covers at least this share of all riders more."),
    Parameter(
      "graded", .flag, standard: .flag(false),
      summary: "TRIAL."),
    Parameter(
      "only_new", .flag, standard: .flag(false),
      summary: "TRIAL."),
    Parameter(
      "busy_count", .flag, standard: .flag(true),
      summary: "TRIAL."),
  ]

  private let service: Service
  private let settings: StrategySettings
  private let forecast: DemandForecast
  private let places: [PlaceID]
  /// Rewards between all places of the forecast, row-major: row = where a van stands.
  private var between: ContiguousArray<Int> = []
  /// `(1 - q) q^k` in millionths.
  private var shares: [Int] = []

  public init?(_ settings: StrategySettings, places: [PlaceID], forecast: DemandForecast, service: Service) {
    self.places = places
    guard settings.has("repositioning"), settings.choice("repositioning") != "stay" else {
      return nil
    }
    self.settings = settings
    self.service = service
    self.forecast = forecast
    let busy = settings.whole("busy_percent")
    var share = 10_000 * (100 - busy)
    while share > 0 && shares.count < 10 {
      shares.append(share)
      share = share * busy / 100
    }
    let graded = settings.flag("graded")
    let reach = settings.duration("reach")
    for from in places {
      for to in forecast.places {
        between.append(
          reward(
            service.travelTimes.drive(from: from, to: to, departing: Instant(hour: 12)), reach,
            graded))
      }
    }
  }

  private func reward(_ time: TimeSpan, _ reach: TimeSpan, _ graded: Bool) -> Int {
    guard time <= reach else { return 0 }
    return graded
      ? Int(1000 * Int64((reach - time).milliseconds) / Int64(reach.milliseconds)) : 1000
  }

  public func decisions(in situation: Situation) -> [Decision] {
    let now = situation.now
    let idle = situation.vehicles.values.compactMap { $0 }.filter { $0.isIdle(at: now) }
    if settings.choice("repositioning") == "depot" {
      return idle.compactMap { state in
        let (own, here) = (state.vehicle, state.anchor.place)
        guard here != own.start, service.canWait(own, at: own.start, from: here, departing: now)
        else { return nil }
        return .reposition(own.id, to: own.start)
      }
    }
    return cover(situation, idle: idle)
  }

  private func rewards(from place: PlaceID, after delay: TimeSpan) -> [Int] {
    forecast.places.map {
      reward(
        delay + service.travelTimes.drive(from: place, to: $0, departing: Instant(hour: 12)),
        settings.duration("reach"), settings.flag("graded"))
    }
  }

  /// Expected reward of rewards by vans.
  private func value(_ rewards: [Int]) -> Int {
    let sorted = rewards.sorted(by: >)
    return zip(sorted, shares).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func cover(_ situation: Situation, idle: [VehicleState]) -> [Decision] {
    let now = situation.now
    let riders = forecast.riders(inHourFrom: now)
    let all = riders.reduce(0, +)
    guard all > 0 else { return [] }
    var posts: [(vehicle: VehicleID, rewards: [Int])] = []
    for case .some(let state) in situation.vehicles.values {
      let last = state.schedule.halts[state.schedule.lastHalt]
      let isWorking = !state.schedule.stops.isEmpty
      if isWorking && !settings.flag("busy_count") { continue }
      posts.append((state.vehicle.id, rewards(from: last.place, after: max(.zero, last.departure - now))))
    }
    var decisions: [Decision] = []
    let count = forecast.places.count
    for state in idle {
      if settings.flag("only_new"), state.anchor.leaves < now { continue }
      let own = state.vehicle
      let others = posts.filter { $0.vehicle != own.id }.map(\.rewards)
      func total(_ mine: (Int) -> Int) -> Int {
        var sum = 0
        for i in 0..<count where riders[i] > 0 {
          sum += riders[i] * value(others.map { $0[i] } + [mine(i)])
        }
        return sum
      }
      guard let here = posts.first(where: { $0.vehicle == own.id })?.rewards else { continue }
      let stay = total { here[$0] }
      var best = (value: stay + settings.whole("gain_percent") * all * 10_000_000, place: -1)
      for j in places.indices
      where places[j] != state.anchor.place
        && service.canWait(own, at: places[j], from: state.anchor.place, departing: now)
      {
        let there = total { between[j * count + $0] }
        if there > best.value { best = (there, j) }
      }
      guard best.place >= 0 else { continue }
      decisions.append(.reposition(own.id, to: places[best.place]))
      if let k = posts.firstIndex(where: { $0.vehicle == own.id }) {
        posts[k].rewards = (0..<count).map { between[best.place * count + $0] }
      }
    }
    return decisions
  }
}
