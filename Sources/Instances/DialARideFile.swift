import Foundation
import Mobility
import RoadNetwork
import ScenarioFiles

/// A dial-a-ride instance in Cordeau's format: a line of figures, then a line for each location.
///
/// The figures are vehicles, requests (or locations without the depot, in the files of 2003), longest
/// route, seats and longest ride; a location has its number, x, y, service time, load and time window.
/// Times are minutes, and a unit of distance is a minute of driving and 1,000 m here. All requests are
/// known from the start. Windows are first made as tight as their requests allow (Cordeau 2006, "A
/// branch-and-cut algorithm for the dial-a-ride problem", Operations Research 54(3), 573–586,
/// doi:10.1287/opre.1060.0283). Where a day is longer than a route may be, all shifts are of that length
/// and begin when most requests fit in: stricter than the instance, which lets each route begin at any
/// time.
struct DialARideFile {
  let instance: Instance

  /// A line of a location.
  private struct Location {
    let x, y: Double
    let service: Double
    let load: Int
    var opens, closes: Double

    func distance(to other: Location) -> Double {
      ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
  }

  private struct Figures {
    let vehicles, count, seats: Int
    let longestRoute, longestRide: Double
  }

  /// Whether a file begins as such instances do: with five whole numbers.
  static func isOne(_ text: String) -> Bool {
    let line = text.prefix { !$0.isNewline }.split(whereSeparator: \.isWhitespace)
    return line.count == 5 && line.allSatisfy { Int($0) != nil }
  }

  init?(_ source: InstanceSource, _ findings: Findings) {
    guard
      let file = SourceFile(
        reading: source.files[0], at: source.origin, field: "", findings: findings)
    else { return nil }
    let lines = file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { (number: $0.offset + 1, text: $0.element) }
      .filter { !$0.text.allSatisfy(\.isWhitespace) }
    func numbers(_ line: (number: Int, text: Substring), _ names: [String]) -> [Double]? {
      let words = line.text.split(whereSeparator: \.isWhitespace)
      guard words.count == names.count else {
        findings.add(
          at: .text(file, line: line.number, column: 1), "",
          "expected \(names.joined(separator: ", ")), found \(words.count) numbers")
        return nil
      }
      let values = zip(words, names).map { word, name -> Double? in
        if let value = Double(word), value.isFinite, abs(value) < 100_000 { return value }
        let column = line.text.distance(from: line.text.startIndex, to: word.startIndex) + 1
        findings.add(
          at: .text(file, line: line.number, column: column), name,
          "expected a number, found \"\(word)\"")
        return nil
      }
      return values.contains(nil) ? nil : values.compactMap(\.self)
    }
    guard let first = lines.first,
      let heading = numbers(
        first, ["vehicles", "requests", "longest route", "seats", "longest ride"])
    else { return nil }
    let figures = Figures(
      vehicles: Int(heading[0]), count: Int(heading[1]), seats: Int(heading[3]),
      longestRoute: heading[2], longestRide: heading[4])
    let names = ["number", "x", "y", "service", "load", "opens", "closes"]
    let read = lines.dropFirst().map { line -> Location? in
      numbers(line, names).map {
        Location(
          x: $0[1], y: $0[2], service: $0[3], load: Int($0[4]), opens: $0[5], closes: $0[6])
      }
    }
    let locations = read.compactMap(\.self)
    guard locations.count == read.count else { return nil }
    let rest = locations.count - 1
    let requests =
      rest == 2 * figures.count + 1
      ? figures.count : rest == figures.count && rest % 2 == 0 ? rest / 2 : nil
    guard let requests, requests > 0, figures.vehicles > 0, figures.seats > 0 else {
      findings.add(
        at: .text(file, line: first.number, column: 1), "requests",
        "expected \(figures.count) requests or locations, found \(max(rest, 0)) locations beside "
          + "the depot")
      return nil
    }
    let wrong = (1...requests).first { k in
      let (pickup, dropoff) = (locations[k], locations[k + requests])
      return pickup.load < 1 || dropoff.load != -pickup.load || pickup.opens > pickup.closes
        || dropoff.opens > dropoff.closes || pickup.service != dropoff.service
    }
    if let wrong {
      findings.add(
        at: .file(file.path), "location \(wrong)",
        "expected a load to pick up, the same to let off after as long a service, and windows that "
          + "open before they close")
      return nil
    }
    instance = Self.instance(source, figures, locations, requests: requests)
  }

  private static func instance(
    _ source: InstanceSource, _ figures: Figures, _ locations: [Location], requests: Int
  ) -> Instance {
    let depot = locations[0]
    let used = Array(locations[0...2 * requests])
    let roads = used.indices.flatMap { from in
      used.indices.filter { $0 != from }.map { to -> RoadNetwork.Road in
        let distance = used[from].distance(to: used[to])
        return RoadNetwork.Road(
          from: NodeID(from), to: NodeID(to),
          duration: max(span(distance), TimeSpan(milliseconds: 1)),
          length: Meters(Int32((1000 * distance).rounded())), roadClass: .local)
      }
    }
    let network = RoadNetwork(
      coordinates: Column(used.map { Coordinate(latitude: $0.y, longitude: $0.x) }), roads: roads)
    let opened = (1...requests).map { windows(of: $0, in: used, requests, figures.longestRide) }
      .sorted { ($0.pickup.opens, $0.number) < ($1.pickup.opens, $1.number) }
    let parties = opened.enumerated().map { k, trip in
      Request(
        id: RequestID(k), booked: Instant(milliseconds: -60_000),
        desired: instant(trip.pickup.opens, .up), boardBy: instant(trip.pickup.closes, .down),
        arriveFrom: instant(trip.dropoff.opens, .up),
        arriveBy: instant(trip.dropoff.closes, .down), riders: trip.pickup.load,
        boarding: span(trip.pickup.service), pickups: [Access(place: PlaceID(trip.number))],
        dropoffs: [Access(place: PlaceID(trip.number + requests))])
    }
    let start = shiftStart(for: opened, figures.longestRoute, depot)
    let shift = TimeWindow(
      opens: instant(start, .up),
      closes: instant(min(start + figures.longestRoute, depot.closes), .down))
    let vehicles = (0..<figures.vehicles).map { k in
      Vehicle(
        id: VehicleID(k), start: PlaceID(0), end: PlaceID(0), seats: figures.seats, shift: shift)
    }
    return Instance(
      name: source.name, layout: .dialARide, network: network,
      limits: InstanceLimits(
        maximumWait: .hours(48), rideFactorThousandths: 0, rideAllowance: span(figures.longestRide),
        halt: .zero),
      vehicles: Column(vehicles), requests: Column(parties))
  }

  /// When a shift holds the windows of most requests, and the earliest such moment.
  private static func shiftStart(
    for trips: [(number: Int, pickup: Location, dropoff: Location)], _ length: Double,
    _ depot: Location
  ) -> Double {
    guard depot.closes - depot.opens > length else { return depot.opens }
    let latest = depot.closes - length
    let starts =
      [depot.opens]
      + trips.map { min(max($0.pickup.opens - $0.pickup.distance(to: depot), depot.opens), latest) }
    func fitting(_ start: Double) -> Int {
      trips.count { trip in
        trip.pickup.opens - trip.pickup.distance(to: depot) >= start
          && trip.dropoff.closes + trip.dropoff.service + trip.dropoff.distance(to: depot)
            <= start + length
      }
    }
    let fits = starts.map { (count: -fitting($0), start: $0) }
    return fits.min { ($0.count, $0.start) < ($1.count, $1.start) }?.start ?? depot.opens
  }

  /// The windows of a request with all that follows from each other and from the longest ride.
  private static func windows(
    of number: Int, in locations: [Location], _ requests: Int, _ longestRide: Double
  ) -> (number: Int, pickup: Location, dropoff: Location) {
    var (pickup, dropoff) = (locations[number], locations[number + requests])
    let direct = pickup.distance(to: dropoff)
    pickup.opens = max(pickup.opens, dropoff.opens - longestRide - pickup.service)
    pickup.closes = min(pickup.closes, dropoff.closes - direct - pickup.service)
    dropoff.opens = max(dropoff.opens, pickup.opens + pickup.service + direct)
    dropoff.closes = min(dropoff.closes, pickup.closes + pickup.service + longestRide)
    return (number, pickup, dropoff)
  }

  /// Rounded up, so that what is feasible here is feasible.
  private static func span(_ minutes: Double) -> TimeSpan {
    TimeSpan(milliseconds: Int32((60_000 * minutes).rounded(.up)))
  }

  private static func instant(
    _ minutes: Double, _ rule: FloatingPointRoundingRule
  ) -> Instant {
    Instant(milliseconds: Int32((60_000 * minutes).rounded(rule)))
  }
}
