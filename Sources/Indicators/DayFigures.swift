import Mobility

/// The KPIs of one day under one strategy.
public struct DayFigures: Equatable, Sendable {
  public let day: Int
  /// `nil` where the day has nothing to measure.
  public let values: PerIndicator<Double?>
  /// What quantiles are taken over: a value per party, or the day's own.
  public let samples: PerIndicator<[Sample]>

  /// How long the strategy computed is given beside the day, since no trace tells it.
  public init(_ day: ServiceDay, computeSeconds: Double? = nil) {
    let totals = Totals(of: day)
    let samples = PerIndicator<[Sample]> { indicator in
      switch indicator.definition.level {
      case .rider: day.samples(of: indicator)
      case .day:
        (indicator == .computeTime ? computeSeconds : totals.value(of: indicator))
          .map { [Sample($0)] } ?? []
      }
    }
    self.day = day.day
    self.samples = samples
    values = PerIndicator { mean(of: samples[$0]) }
  }
}

extension ServiceDay {
  fileprivate func samples(of indicator: Indicator) -> [Sample] {
    trips.values.compactMap { trip in
      trip.value(of: indicator, refusalWait: refusalWait).map {
        Sample($0, count: trip.request.riders)
      }
    }
  }
}

private func mean(of samples: [Sample]) -> Double? {
  guard !samples.isEmpty else { return nil }
  let sum = samples.reduce(0) { $0 + $1.value * Double($1.count) }
  return sum / Double(samples.reduce(0) { $0 + $1.count })
}

/// Sums over a day's trips and vehicles, and the KPIs that are ratios of them.
private struct Totals {
  var requested = 0
  var served = 0
  var pooled = 0
  var driven = 0
  var drivenEmpty = 0
  var drivenLoaded = 0
  var riderMeters = 0
  var runs = 0
  var pooledRuns = 0
  var loadedSeconds = 0.0
  var scheduledSeconds = 0.0

  init(of day: ServiceDay) {
    for trip in day.trips.values {
      let riders = trip.request.riders
      requested += riders
      guard let ride = trip.ride else { continue }
      served += riders
      if ride.isPooled { pooled += riders }
    }
    for vehicle in day.vehicles.values {
      driven += Int(vehicle.driven.count)
      drivenEmpty += Int(vehicle.drivenEmpty.count)
      drivenLoaded += Int(vehicle.drivenLoaded.count)
      riderMeters += vehicle.riderMeters
      runs += vehicle.runs
      pooledRuns += vehicle.pooledRuns
      loadedSeconds += vehicle.loaded.inSeconds
      scheduledSeconds += vehicle.scheduled.inSeconds
    }
  }

  /// - Returns: `nil` where the denominator is zero, and for a KPI that counts riders.
  func value(of indicator: Indicator) -> Double? {
    switch indicator {
    case .servedShare: ratio(served, requested)
    case .refusedShare: ratio(requested - served, requested)
    case .riders: Double(served)
    case .ridersPerVehicleHour: ratio(Double(served), scheduledSeconds / 3600)
    case .distance: Double(driven) / 1000
    case .emptyShare: ratio(drivenEmpty, driven)
    case .loadedTimeShare: ratio(loadedSeconds, scheduledSeconds)
    case .occupancy: ratio(riderMeters, drivenLoaded)
    case .pooledShare: ratio(pooled, served)
    case .pooledRunShare: ratio(pooledRuns, runs)
    case .vehicleHours: scheduledSeconds / 3600
    default: nil
    }
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    ratio(Double(part), Double(whole))
  }

  private func ratio(_ part: Double, _ whole: Double) -> Double? {
    whole > 0 ? part / whole : nil
  }
}
