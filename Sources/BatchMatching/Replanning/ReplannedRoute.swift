import Dispatching
import Mobility

/// What a vehicle would do from now on, as the large-neighbourhood search sees it.
struct ReplannedRoute: SearchRoute {
  let vehicle: Int
  let state: VehicleState
  let cost: Double
  let key: UInt64

  init(_ vehicle: Int, _ state: VehicleState) {
    self.vehicle = vehicle
    self.state = state
    cost = Double(state.schedule.cost)
    key = state.schedule.stops.reduce(Self.mix(UInt64(vehicle))) { key, stop in
      let purpose: UInt64 = stop.purpose == .pickup ? 1 : 2
      return Self.mix(
        key ^ UInt64(stop.terms.request.index) << 2 ^ purpose ^ UInt64(stop.place.index) << 32)
    }
  }
}
