import Mobility

/// The rows of `vehicles.csv` for one day.
struct VehicleTable {
  private static let columns: Set = [
    "day", "strategy", "vehicle", "seats", "shift_opens", "shift_closes", "driven_km", "empty_km",
    "loaded_km", "rider_km", "driving_s", "loaded_s", "halts", "bookings", "riders", "runs",
    "pooled_runs",
  ]

  private(set) var table = DerivedTable(columns: columns)

  init(of day: DayRides, strategy: String, inputs: AuditInputs) {
    let sharing = VehicleSharing.all(of: day, inputs)
    for (id, own) in zip(inputs.vehicles.ids, sharing) {
      let vehicle = inputs.vehicles[id]
      let legs = day.legs.filter { $0.vehicle == id }
      let driven = legs.reduce(0) { $0 + $1.metres }
      let empty = legs.reduce(0) { $0 + ($1.riders == 0 ? $1.metres : 0) }
      table.add([
        "day": .number(Double(day.day)), "strategy": .text(strategy),
        "vehicle": .text(inputs.vehicleNames[id]), "seats": .number(Double(vehicle.cabin.seats)),
        "shift_opens": .text(vehicle.shift.opens.description),
        "shift_closes": .text(vehicle.shift.closes.description),
        "driven_km": Self.thousandths(driven), "empty_km": Self.thousandths(empty),
        "loaded_km": Self.thousandths(driven - empty),
        "rider_km": Self.thousandths(legs.reduce(0) { $0 + $1.metres * $1.riders }),
        "driving_s": Self.thousandths(legs.reduce(0) { $0 + $1.arrived - $1.departed }),
        "loaded_s": Self.thousandths(own.loaded), "halts": .number(Double(day.stops[id])),
        "bookings": .number(Double(own.bookings)), "riders": .number(Double(own.riders)),
        "runs": .number(Double(own.runs)), "pooled_runs": .number(Double(own.pooledRuns)),
      ])
    }
  }

  private static func thousandths(_ number: Int) -> DerivedTable.Cell {
    .number(Double(number) / 1000)
  }
}
