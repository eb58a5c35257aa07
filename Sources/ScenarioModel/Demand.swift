/// Where a scenario's requests come from.
public enum Demand: Sendable {
  /// The same bookings every day, in booking order.
  case listed([Booking])
  case synthetic(DemandModel)
}
