import Dispatching
import Journal
import Mobility

// Where vehicles wait for work.
extension Simulation {
  /// The idle vehicles are looked at again then, after what else is decided at that moment.
  mutating func considerParking(at time: Instant) {
    guard parking != nil, nextParking != time else { return }
    nextParking = time
    agenda.add(.parking, of: 0, at: time)
  }

  mutating func park(at now: Instant) throws(StrategyError) {
    guard let parking else { return }
    try carryOut(parking.decisions(in: situation(at: now)), at: now)
  }

  mutating func reposition(_ vehicle: VehicleID, to place: PlaceID, at now: Instant) {
    record(.repositioned(vehicle, to: place), at: now)
    members[vehicle].parking = place
    members[vehicle].replanned = now
    members[vehicle].halt = nil
    schedule(vehicle)
  }
}
