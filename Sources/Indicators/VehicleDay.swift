public import Mobility

/// What one vehicle did on one day.
public struct VehicleDay: Hashable, Sendable {
  public let vehicle: Vehicle
  public internal(set) var driven = Meters.zero
  /// Driven with nobody aboard.
  public internal(set) var drivenEmpty = Meters.zero
  /// Driven with someone aboard.
  public internal(set) var drivenLoaded = Meters.zero
  /// Metres driven times riders aboard.
  public internal(set) var riderMeters = 0
  public internal(set) var driving = TimeSpan.zero
  /// With someone aboard, from the begin of boarding to alighting.
  public internal(set) var loaded = TimeSpan.zero
  /// Stays at a place in which someone boarded or alighted.
  public internal(set) var halts = 0
  public internal(set) var bookings = 0
  public internal(set) var riders = 0
  /// Maximal periods with someone aboard or committed; periods that touch are one.
  public internal(set) var runs = 0
  /// Runs of two bookings or more.
  public internal(set) var pooledRuns = 0

  /// Hours on duty as planned.
  public var scheduled: TimeSpan { vehicle.shift.length }

  init(_ vehicle: Vehicle) {
    self.vehicle = vehicle
  }
}
