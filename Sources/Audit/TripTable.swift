import Mobility

/// The rows of `trips.csv` for one day: what became of each request.
struct TripTable {
  private static let columns: Set = [
    "day", "strategy", "request", "booked", "desired", "arrive_by", "lead_s", "riders", "answer",
    "reason", "refused_at", "vehicle", "pickup", "dropoff", "ready", "promised", "boarded",
    "departed", "alighted", "wait_booking_s", "wait_desired_s", "wait_promise_s",
    "wait_penalised_s", "ride_time_s", "direct_s", "detour_ratio", "walk_m", "journey_time_s",
    "pooled",
  ]

  private(set) var table: DerivedTable

  init(
    of day: DayRides, strategy: String, given: AuditedDay, inputs: AuditInputs
  ) {
    let pooled = VehicleSharing.all(of: day, inputs).reduce(into: Set<RequestID>()) {
      $0.formUnion($1.pooled)
    }
    table = DerivedTable(columns: Self.columns.union(given.detailColumns))
    for (id, ride) in zip(day.rides.ids, day.rides.values) {
      var row = Self.booking(ride.request)
      row["day"] = .number(Double(day.day))
      row["strategy"] = .text(strategy)
      let answer = Self.answer(ride, isPooled: pooled.contains(id), inputs)
      row.merge(answer) { _, new in new }
      if !given.details.isEmpty { row.merge(given.details[id.index]) { own, _ in own } }
      table.add(row)
    }
  }

  private static func booking(_ request: Request) -> [String: DerivedTable.Cell] {
    [
      "request": .number(Double(request.id.index)), "booked": .text(request.booked.description),
      "desired": .text(request.desired.description),
      "arrive_by": .init(request.arriveBy?.description),
      "lead_s": seconds(request.desired.ms - request.booked.ms),
      "riders": .number(Double(request.riders)),
    ]
  }

  private static func answer(
    _ ride: DayRides.Ride, isPooled: Bool, _ inputs: AuditInputs
  ) -> [String: DerivedTable.Cell] {
    let served = ServedRide(ride)
    let terms = served?.terms
    let refusal = served == nil ? ride.refusal : nil
    let boarded = served?.boarded
    let booked = ride.request.booked.ms
    let desired = ride.request.desired.ms
    let ridden = served.map { $0.alighted - $0.left }
    let wait = served.map { $0.boarded - $0.terms.ready }
    return [
      "answer": .text(served == nil ? "refused" : "served"),
      "reason": .init(refusal?.reason.rawValue), "refused_at": clock(refusal?.time),
      "vehicle": .init(served.map { inputs.vehicleNames[$0.vehicle] }),
      "pickup": .init(terms.map { inputs.key(of: $0.pickup.place) }),
      "dropoff": .init(terms.map { inputs.key(of: $0.dropoff.place) }),
      "ready": clock(terms?.ready), "promised": clock(served?.promised),
      "boarded": clock(boarded), "departed": clock(served?.left),
      "alighted": clock(served?.alighted), "wait_booking_s": seconds(boarded.map { $0 - booked }),
      "wait_desired_s": seconds(wait),
      "wait_promise_s": seconds(served.map { $0.boarded - $0.promised }),
      "wait_penalised_s": seconds(served == nil ? inputs.refusalWait.ms : wait),
      "ride_time_s": seconds(ridden), "direct_s": seconds(terms?.direct),
      "detour_ratio": .init(
        ridden.flatMap { ridden in
          terms.flatMap { $0.direct > 0 ? Double(ridden) / Double($0.direct) : nil }
        }),
      "walk_m": .init(
        terms.map { Double($0.pickup.distance.count) + Double($0.dropoff.distance.count) }),
      "journey_time_s": seconds(
        served.map { $0.alighted + $0.terms.dropoff.walk.ms - desired }),
      "pooled": .init(served == nil ? nil : isPooled ? "yes" : "no"),
    ]
  }

  private static func seconds(_ ms: Int?) -> DerivedTable.Cell {
    .init(ms.map { Double($0) / 1000 })
  }

  private static func clock(_ ms: Int?) -> DerivedTable.Cell {
    .init(ms.map { Instant(milliseconds: Int32(clamping: $0)).description })
  }
}
