import Mobility
import RoadNetwork

/// How well the vehicles cover the riders who are expected, and where one more would cover most.
///
/// A place that k vehicles cover with shares c1 >= c2 >= ... counts with its riders times
/// `(1 - q) (c1 + q c2 + q² c3 + ...)`, where q is the share of time in which a vehicle is busy. A
/// share is 1 within reach (DMEXCLP), or with `fading` falls evenly from 1 next door to 0 at the
/// reach, so that the model looks for short drives and not only for drives that are short enough.
/// Vehicles count where they are going: busy ones where and when their plans end. Every move makes the
/// whole better by `gain_percent`, so that vehicles do not chase each other.
///
/// - SeeAlso: Jagtenberg, Bhulai, van der Mei (2015), "An efficient heuristic for real-time ambulance
///   redeployment", Operations Research for Health Care 4, doi:10.1016/j.orhc.2015.01.001;
///   for shares that fall with the drive: van Barneveld, Bhulai, van der Mei (2016), "The effect of
///   ambulance relocations on the performance of ambulance service providers", European Journal of
///   Operational Research 252, pp. 257-269.
struct CoverageModel: Sendable {
  /// Covered by one vehicle, by position in the places of the forecast; in thousandths.
  private typealias Shares = ContiguousArray<Int>

  private let service: Service
  private let reach: TimeSpan
  private let isFading: Bool
  private let gainPercent: Int
  private var forecast: DemandForecast
  /// `(1 - q) q^k` in millionths.
  private let chances: ContiguousArray<Int>
  /// By position in the places of the forecast: what a vehicle covers that waits there.
  private var waiting: ContiguousArray<Shares> = []
  /// Where each vehicle was last sent, by vehicle.
  private var sent: ContiguousArray<PlaceID?> = []

  /// What a rider counts who is covered for sure: thousandths times millionths.
  private static let whole = 1_000_000_000
  /// More places are not looked at: those with the most riders count.
  private static let mostPlaces = 200
  /// Vehicles beyond these are hardly ever asked for.
  private static let mostChances = 10

  init(_ settings: StrategySettings, forecast: DemandForecast, service: Service) {
    self.service = service
    self.forecast = forecast.limited(to: Self.mostPlaces)
    reach = settings.duration("reach")
    isFading = settings.flag("fading")
    gainPercent = settings.whole("gain_percent")
    let busy = settings.whole("busy_percent")
    chances = ContiguousArray(
      sequence(first: 10_000 * (100 - busy)) { $0 * busy / 100 }
        .prefix(Self.mostChances).prefix { $0 > 0 })
    let opens = service.rules.hours.opens
    waiting = ContiguousArray(
      self.forecast.places.map { shares(from: $0, after: .zero, departing: opens) })
  }

  mutating func note(_ request: Request) { forecast.note(request) }

  /// Where an idle vehicle would cover enough more than where it stands, the lowest id of the best
  /// places; `nil` when that is nowhere.
  ///
  /// - Complexity: O(places * (places + vehicles)).
  mutating func place(for state: VehicleState, in situation: Situation) -> PlaceID? {
    if sent.isEmpty { sent = .init(repeating: nil, count: situation.vehicles.count) }
    let (now, own, here) = (situation.now, state.vehicle, state.anchor.place)
    let riders = forecast.riders(inHourFrom: now)
    let others = best(of: situation, besides: own.id)
    func covered(_ shares: Shares) -> Int {
      riders.indices.reduce(0) { sum, k in
        riders[k] == 0 ? sum : sum + riders[k] * gain(of: shares[k], beside: others[k])
      }
    }
    let all = riders.reduce(0, +)
    let threshold = all * (Self.whole / 100) * gainPercent
    var most = covered(shares(from: here, after: .zero, departing: now)) + max(0, threshold - 1)
    var place: PlaceID?
    for candidate in candidates(for: own) where candidate.place != here {
      let reached = covered(
        candidate.shares ?? shares(from: candidate.place, after: .zero, departing: now))
      guard reached > most,
        service.canWait(own, at: candidate.place, from: here, departing: now)
      else { continue }
      (most, place) = (reached, candidate.place)
    }
    sent[own.id.index] = place
    return place
  }

  /// The places of the forecast and the ends of the vehicle's shift, in order of their ids.
  private func candidates(for vehicle: Vehicle) -> [(place: PlaceID, shares: Shares?)] {
    let known = Array(zip(forecast.places, waiting.map(Optional.some)))
    let ends = Set([vehicle.start, vehicle.end ?? vehicle.start]).subtracting(forecast.places)
    return (known + ends.map { ($0, nil) }).sorted { $0.0 < $1.0 }
  }

  /// By place: the largest shares that the other vehicles cover, in falling order.
  private func best(of situation: Situation, besides vehicle: VehicleID) -> ContiguousArray<Shares>
  {
    var best = ContiguousArray<Shares>(repeating: [], count: forecast.places.count)
    for case .some(let state) in situation.vehicles.values where state.vehicle.id != vehicle {
      let (place, since) = end(of: state, at: situation.now)
      let delay = max(.zero, since - situation.now)
      guard delay <= reach else { continue }
      let shares = shares(from: place, after: delay, departing: situation.now)
      for k in best.indices where shares[k] > 0 {
        let position = best[k].firstIndex { $0 < shares[k] } ?? best[k].count
        best[k].insert(shares[k], at: position)
        if best[k].count > chances.count { best[k].removeLast() }
      }
    }
    return best
  }

  /// Where and since when a vehicle waits if it is given nothing more to do.
  private func end(of state: VehicleState, at now: Instant) -> (place: PlaceID, since: Instant) {
    let last = state.schedule.halts[state.schedule.lastHalt]
    guard state.schedule.stops.isEmpty, state.vehicle.shift.opens <= now else {
      return (last.place, last.departure)
    }
    // On an empty drive it counts as there already: what is decided now holds for longer than that.
    // One that can be turned round on the way passes where it is now.
    return ((state.anchor.isPassing ? sent[state.vehicle.id.index] : nil) ?? last.place, now)
  }

  private func shares(from place: PlaceID, after delay: TimeSpan, departing: Instant) -> Shares {
    Shares(
      forecast.places.map { rider in
        let time =
          delay + service.travelTimes.drive(from: place, to: rider, departing: departing)
        guard time <= reach else { return 0 }
        guard isFading else { return 1000 }
        return Int(1000 * Int64((reach - time).milliseconds) / Int64(reach.milliseconds))
      })
  }

  /// What one more vehicle adds at a place; `others` are in falling order.
  private func gain(of share: Int, beside others: Shares) -> Int {
    let rank = others.prefix { $0 >= share }.count
    guard share > 0, rank < chances.count else { return 0 }
    var gain = share * chances[rank]
    for k in rank..<others.count {
      let next = k + 1 < chances.count ? chances[k + 1] : 0
      gain -= others[k] * (chances[k] - next)
    }
    return gain
  }
}
