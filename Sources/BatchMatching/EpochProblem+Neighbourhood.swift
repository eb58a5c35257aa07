import Dispatching
import Mobility
import RoadNetwork

extension EpochProblem {
  /// All vehicles, or where the budget does not go as far, those that `plans` changes and as many of
  /// the nearest as half of it is enough for.
  ///
  /// - Returns: positions in the fleet, ascending.
  func vehiclesInPlay(
    beside plans: [VehicleState], within budget: inout WorkBudget
  ) -> [Int] {
    // What looking at one vehicle takes at least.
    let cost = 2000 + 2 * candidates.count
    let isEnough = budget.allows(2 * cost * fleet.count)
    let inPlay = isEnough ? Array(fleet.indices) : nearest(budget.left / 2 / cost, with: plans)
    budget.spend(cost * inPlay.count)
    return inPlay
  }

  /// The vehicles that come closest to where open requests are to be picked up, in time, from any halt
  /// of their plans; those that `plans` gives other stops come first, however many they are.
  private func nearest(_ count: Int, with plans: [VehicleState]) -> [Int] {
    let changed = fleet.indices.filter {
      plans[$0].schedule.stops != fleet[$0].schedule.stops
    }
    var pickups: [PlaceID: Instant] = [:]
    for terms in candidates[..<openCount].joined() {
      pickups[terms.pickup] = max(pickups[terms.pickup] ?? .distantPast, terms.latestBoarding)
    }
    let places = pickups.sorted { $0.key < $1.key }
    let isChanged = Set(changed)
    let others = fleet.indices.filter { !isChanged.contains($0) }
      .map { (position: $0, detour: way(of: fleet[$0], to: places)) }
      .sorted { ($0.detour, $0.position) < ($1.detour, $1.position) }
      .prefix(max(0, count - changed.count))
    return (changed + others.map(\.position)).sorted()
  }

  /// The shortest drive to any of the places that is over in time.
  private func way(
    of state: VehicleState, to pickups: [(key: PlaceID, value: Instant)]
  ) -> TimeSpan {
    var shortest = TimeSpan.unlimited
    for halt in state.schedule.halts {
      for (place, latest) in pickups {
        let drive = service.travelTimes.drive(
          from: halt.place, to: place, departing: halt.departure)
        if drive < shortest, halt.departure + drive <= latest { shortest = drive }
      }
    }
    return shortest
  }

  /// The same problem for a part of the fleet: those promised to others stay where they are.
  func limited(to vehicles: [Int]) -> EpochProblem {
    guard vehicles.count < fleet.count else { return self }
    return EpochProblem(
      now: now, open: open, fleet: vehicles.map { fleet[$0] }, vehicleCount: vehicleCount,
      service: service)
  }
}
