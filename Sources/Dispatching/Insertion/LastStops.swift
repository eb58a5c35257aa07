import Mobility
import RoadNetwork

/// Where and when the plans of all vehicles begin and end: what requests can be appended to.
///
/// Vehicles are listed by the part of the town, so that those near a pick-up are found without a look
/// at the others.
struct LastStops: Sendable {
  /// The ends of one vehicle's plan.
  struct End: Sendable {
    /// Where it was free to turn when something last happened to it.
    var origin: Spot
    var leaves: Instant
    var place: PlaceID
    var spot: Spot
    /// When the last stop is left if nobody is added.
    var departure: Instant
    /// The drive home from there; zero where the shift may end anywhere.
    var homeward: TimeSpan
    /// The most time that those who board and alight take at one halt of the plan.
    var work: TimeSpan
    /// The least that delays can cost its riders; see `Schedule.leastDelayCost`.
    var leastDelayCost: Cost
    /// For a vehicle that stands where riders are to board.
    var wayBack: WayBack?

    init(_ state: VehicleState, weights: Weights) {
      let schedule = state.schedule
      origin = schedule.halts[0].spot
      // Who joins a halt may board before it would be left.
      leaves = min(schedule.halts[0].arrival, schedule.halts[0].gate)
      let last = schedule.halts[schedule.lastHalt]
      place = last.place
      spot = last.spot
      departure = last.departure
      homeward = schedule.homeward
      work = schedule.halts.reduce(.zero) { max($0, $1.work) }
      leastDelayCost = schedule.leastDelayCost
      wayBack = WayBack(state, weights: weights)
    }
  }

  private let cells: RoadCells
  private let weights: Weights
  /// The vehicles that stand where riders are to board, in no order that matters.
  private(set) var waiting: ContiguousArray<Int32> = []
  /// By vehicle; `nil` for one that takes no more stops.
  private(set) var ends: ContiguousArray<End?>
  /// By cell.
  private var vehicles: ContiguousArray<ContiguousArray<Int32>>
  /// By cell; empty until they are asked for.
  private var neighbours: ContiguousArray<ContiguousArray<Int32>>

  init(_ cells: RoadCells, weights: Weights, vehicleCount: Int) {
    self.cells = cells
    self.weights = weights
    ends = .init(repeating: nil, count: vehicleCount)
    vehicles = .init(repeating: [], count: cells.count)
    neighbours = .init(repeating: [], count: cells.count)
  }

  mutating func update(_ vehicle: Int, _ state: VehicleState?) {
    let (old, new) = (ends[vehicle], state.map { End($0, weights: weights) })
    ends[vehicle] = new
    if old?.wayBack != nil { waiting.removeAll { $0 == vehicle } }
    if new?.wayBack != nil { waiting.append(Int32(vehicle)) }
    guard old?.spot.cell != new?.spot.cell else { return }
    if let cell = old?.spot.cell, let slot = vehicles[Int(cell)].firstIndex(of: Int32(vehicle)) {
      vehicles[Int(cell)].swapAt(slot, vehicles[Int(cell)].count - 1)
      vehicles[Int(cell)].removeLast()
    }
    if let cell = new?.spot.cell { vehicles[Int(cell)].append(Int32(vehicle)) }
  }

  /// All parts of the town, in the order of the least time from them to one.
  mutating func cells(around cell: Int32) -> ContiguousArray<Int32> {
    if neighbours[Int(cell)].isEmpty {
      neighbours[Int(cell)] = ContiguousArray(
        (0..<Int32(cells.count)).map { (cells.least(from: $0, to: cell), $0) }.sorted(by: <)
          .map { $0.1 })
    }
    return neighbours[Int(cell)]
  }

  /// The vehicles whose plans end in a part of the town, in no order that matters.
  func vehicles(endingIn cell: Int32) -> ContiguousArray<Int32> { vehicles[Int(cell)] }
}
