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

  private typealias Location = DialARideInstance.Location

  /// Whether a file begins as such instances do: with five numbers, sound or not.
  static func isOne(_ text: String) -> Bool {
    let line = text.drop { $0 == "\u{FEFF}" }.prefix { !$0.isNewline }.split(
      whereSeparator: \.isWhitespace)
    return line.count == 5 && line.allSatisfy { $0.first == "-" || $0.first?.isWholeNumber == true }
  }

  init?(_ source: InstanceSource, _ findings: Findings) {
    guard let read = DialARideInstance(source.files[0], at: source.origin, findings) else {
      return nil
    }
    instance = Self.instance(source, read)
  }

  private static func instance(
    _ source: InstanceSource, _ figures: DialARideInstance
  ) -> Instance {
    let requests = figures.requestCount
    let depot = figures.locations[0]
    let used = Array(figures.locations[0...2 * requests])
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
        id: VehicleID(k), start: PlaceID(0), end: PlaceID(0), cabin: Cabin(seats: figures.seats),
        shift: shift)
    }
    return Instance(
      name: source.name, layout: .dialARide, network: network,
      limits: InstanceLimits(
        maximumWait: .hours(48), rideFactorThousandths: 0,
        rideAllowance: span(min(figures.longestRide, longestTime)),
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

  /// No ride of a file's day is as long, and times as long can be added up.
  private static let longestTime = Double(TimeSpan.unlimited.milliseconds / 60_000)

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
