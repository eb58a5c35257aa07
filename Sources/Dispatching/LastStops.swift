import Mobility

/// Where and when the plans of all vehicles end, as columns: what requests can be appended to.
struct LastStops: Sendable {
  private(set) var cell: ContiguousArray<Int32>
  private(set) var place: ContiguousArray<PlaceID>
  /// When the last stop is left if nobody is added; in the distant future for a vehicle that takes
  /// no more stops.
  private(set) var departure: ContiguousArray<Instant>
  /// The drive home from there; zero where the shift may end anywhere.
  private(set) var homeward: ContiguousArray<TimeSpan>

  /// The most time that those who board and alight take at one of its halts.
  private(set) var work: ContiguousArray<TimeSpan>
  /// The least that delays can cost its riders; see `Schedule.leastDelayCost`.
  private(set) var leastDelayCost: ContiguousArray<Cost>

  init(vehicleCount: Int) {
    cell = .init(repeating: 0, count: vehicleCount)
    place = .init(repeating: PlaceID(0), count: vehicleCount)
    departure = .init(repeating: .distantFuture, count: vehicleCount)
    homeward = .init(repeating: .zero, count: vehicleCount)
    work = .init(repeating: .zero, count: vehicleCount)
    leastDelayCost = .init(repeating: 0, count: vehicleCount)
  }

  var count: Int { departure.count }

  mutating func update(_ vehicle: Int, _ schedule: Schedule?) {
    guard let schedule else {
      departure[vehicle] = .distantFuture
      return
    }
    let last = schedule.halts[schedule.lastHalt]
    cell[vehicle] = last.cell
    place[vehicle] = last.place
    departure[vehicle] = last.departure
    homeward[vehicle] = schedule.homeward
    work[vehicle] = schedule.halts.reduce(.zero) { max($0, $1.work) }
    leastDelayCost[vehicle] = schedule.leastDelayCost
  }
}
