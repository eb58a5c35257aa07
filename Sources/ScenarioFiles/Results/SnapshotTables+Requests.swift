import Mobility
import ScenarioModel

extension SnapshotTables {
  /// With the places, of which some serve riders.
  func days(places: Column<Place, NamedPlace>?) -> [InputsSnapshot.Day]? {
    let days = table("days.csv", InputsSnapshot.dayColumns)
    let requests = table(
      "requests.csv", InputsSnapshot.requestColumns, optional: [InputsSnapshot.requestNameColumn])
    guard let days, let requests, let places else { return nil }
    let stops = places.values.map(\.servesRiders)
    let counts = days.rows.mapAll { row -> (day: Int, count: Int)? in
      let day = row.required("day", .whole(0...Limits.days))
      let count = row.required("requests", .whole(0...Limits.bookingsOfDay))
      guard let day, let count else { return nil }
      return (day, count)
    }
    let bookings = requests.rows.mapAll { booking($0, stops: stops) }
    guard let counts, let bookings else { return nil }
    for ((day, next), row) in zip(zip(counts, counts.dropFirst()), days.rows.dropFirst())
    where day.day >= next.day {
      row.report("day", "expected a day after \(day.day), found \(next.day)")
      return nil
    }
    guard counts.reduce(0, { $0 + $1.count }) == bookings.count else {
      requests.report("expected as many requests as days.csv counts, found \(bookings.count)")
      return nil
    }
    var result: [InputsSnapshot.Day] = []
    var next = 0
    for (day, count) in counts {
      let rows = requests.rows[next..<(next + count)]
      for (position, row) in rows.enumerated()
      where row["day"] != "\(day)" || row["request"] != "\(position)" {
        row.report("request", "expected request \(position) of day \(day)")
        return nil
      }
      result.append(
        InputsSnapshot.Day(number: day, bookings: Array(bookings[next..<(next + count)])))
      next += count
    }
    return result
  }

  private func booking(_ row: Row, stops: [Bool]) -> Booking? {
    let origin = row.coordinate("origin_latitude_deg", "origin_longitude_deg")
    let destination = row.coordinate("destination_latitude_deg", "destination_longitude_deg")
    let channel = row.required("channel", .choice(Booking.Channel.self))
    guard let request = request(row, stops: stops), let origin, let destination, let channel
    else { return nil }
    return Booking(
      request: request, name: row[InputsSnapshot.requestNameColumn], origin: origin,
      destination: destination, channel: channel,
      age: row["age"], purpose: row["purpose"], originZone: row["origin_zone"],
      destinationZone: row["destination_zone"])
  }

  private func request(_ row: Row, stops: [Bool]) -> Request? {
    let id: RequestID? = row.required("request", .id(below: Int(UInt32.max)))
    let booked = row.instant("booked_ms")
    let desired = row.instant("desired_ms")
    let arriveBy = row["arrive_by_ms"].isEmpty ? nil : row.instant("arrive_by_ms")
    let riders = row.required("riders", .whole(1...Limits.party))
    let boarding = row.span("boarding_ms")
    let pickups = row.required(InputsSnapshot.pickupsColumn, .accesses(among: stops))
    let dropoffs = row.required(InputsSnapshot.dropoffsColumn, .accesses(among: stops))
    guard let id, let booked, let desired, let riders, let boarding, let pickups, let dropoffs
    else { return nil }
    guard booked <= desired else {
      row.report("desired_ms", "expected at least \(booked.milliseconds), when it was booked")
      return nil
    }
    return Request(
      id: id, booked: booked, desired: desired, arriveBy: arriveBy, riders: riders,
      boarding: boarding, pickups: pickups, dropoffs: dropoffs)
  }
}

extension Form where Value == [Access] {
  static func accesses(among stops: [Bool]) -> Self {
    Form(
      expected: "places that serve riders as in \"3:60000:80|5:90000:120\", numbers below "
        + "\(stops.count)"
    ) { text in
      text.split(separator: "|").mapAll { access($0, among: stops) }
    }
  }

  private static func access(_ text: Substring, among stops: [Bool]) -> Access? {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { Int32($0) ?? -1 }
    guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }), Int(numbers[0]) < stops.count,
      stops[Int(numbers[0])],
      SnapshotTables.Limits.spans.contains(numbers[1]), numbers[2] <= SnapshotTables.Limits.walk
    else { return nil }
    return Access(
      place: PlaceID(Int(numbers[0])), walk: TimeSpan(milliseconds: numbers[1]),
      distance: Meters(numbers[2]))
  }
}
