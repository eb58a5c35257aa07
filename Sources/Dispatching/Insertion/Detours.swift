import Mobility
import RoadNetwork

/// Driving times between the two ends of a request and the halts of a schedule, each measured when
/// it is first asked for.
struct Detours: Sendable {
  private var pickup: PinnedPlace
  private var dropoff: PinnedPlace
  private let cells: RoadCells
  private var pinned: (pickup: PlaceID, dropoff: PlaceID)?
  private(set) var pickupSpot: Spot
  private(set) var dropoffSpot: Spot
  private var rows: ContiguousArray<Row> = []

  /// The times of one halt; negative until they are measured.
  private struct Row {
    var toPickup = -TimeSpan.unlimited
    var fromPickup = -TimeSpan.unlimited
    var toDropoff = -TimeSpan.unlimited
    var fromDropoff = -TimeSpan.unlimited
  }

  init(_ times: TravelTimes) {
    pickup = PinnedPlace(times)
    dropoff = PinnedPlace(times)
    cells = times.cells
    pickupSpot = cells.spot(of: PlaceID(0))
    dropoffSpot = pickupSpot
  }

  /// From now on the questions are about this request.
  mutating func pin(_ terms: Terms) {
    guard pinned?.pickup != terms.pickup || pinned?.dropoff != terms.dropoff else { return }
    if pinned?.pickup != terms.pickup { pickup.pin(terms.pickup) }
    if pinned?.dropoff != terms.dropoff { dropoff.pin(terms.dropoff) }
    pinned = (terms.pickup, terms.dropoff)
    pickupSpot = cells.spot(of: terms.pickup)
    dropoffSpot = cells.spot(of: terms.dropoff)
  }

  /// From now on the questions are about a schedule of so many halts.
  mutating func start(haltCount: Int) {
    rows.removeAll(keepingCapacity: true)
    rows.append(contentsOf: repeatElement(Row(), count: haltCount))
  }

  /// The vehicle has moved on: what was measured from its first halt no longer holds.
  mutating func forgetFirst() { rows[0] = Row() }

  mutating func toPickup(_ k: Int, from halt: Schedule.Halt) -> TimeSpan {
    if rows[k].toPickup < .zero { rows[k].toPickup = pickup.drive(from: halt.place) }
    return rows[k].toPickup
  }

  mutating func fromPickup(_ k: Int, to halt: Schedule.Halt) -> TimeSpan {
    if rows[k].fromPickup < .zero { rows[k].fromPickup = pickup.drive(to: halt.place) }
    return rows[k].fromPickup
  }

  mutating func toDropoff(_ k: Int, from halt: Schedule.Halt) -> TimeSpan {
    if rows[k].toDropoff < .zero { rows[k].toDropoff = dropoff.drive(from: halt.place) }
    return rows[k].toDropoff
  }

  mutating func fromDropoff(_ k: Int, to halt: Schedule.Halt) -> TimeSpan {
    if rows[k].fromDropoff < .zero { rows[k].fromDropoff = dropoff.drive(to: halt.place) }
    return rows[k].fromDropoff
  }

  // Lower bounds, which cost next to nothing.

  func leastToPickup(from halt: Schedule.Halt) -> TimeSpan {
    cells.least(from: halt.spot, to: pickupSpot)
  }

  func leastFromPickup(to halt: Schedule.Halt) -> TimeSpan {
    cells.least(from: pickupSpot, to: halt.spot)
  }

  func leastToDropoff(from halt: Schedule.Halt) -> TimeSpan {
    cells.least(from: halt.spot, to: dropoffSpot)
  }

  func leastFromDropoff(to halt: Schedule.Halt) -> TimeSpan {
    cells.least(from: dropoffSpot, to: halt.spot)
  }
}
