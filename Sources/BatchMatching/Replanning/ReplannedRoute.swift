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

  /// The finaliser of SplitMix64.
  private static func mix(_ bits: UInt64) -> UInt64 {
    var z = bits &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
