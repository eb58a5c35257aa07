public import Mobility

/// The least change of its kind that would have served a refused request.
///
/// Both answers come from running the day again from its start: with the change the request is
/// accepted, with one step less of it refused.
public struct Counterfactual: Hashable, Sendable {
  public let change: Change
  public let vehicle: VehicleID
  public let promise: Promise
  /// Why one step less is not enough: a minute less, or a van that comes an hour later or not at all.
  public let reasonBefore: Refusal

  public init(change: Change, vehicle: VehicleID, promise: Promise, reasonBefore: Refusal) {
    self.change = change
    self.vehicle = vehicle
    self.promise = promise
    self.reasonBefore = reasonBefore
  }
}
