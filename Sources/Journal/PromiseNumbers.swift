import Mobility

/// What a trace says of a promise, as numbers in the order in which they are written.
enum PromiseNumbers {
  typealias Values = InlineArray<15, Int>

  /// Names in the text; the request is stated beside them.
  static let names: [StaticString] = [
    "promised_ms", "riders", "seats", "wheelchairs", "goods", "boarding_ms", "from", "to",
    "walk_ms",
    "ready_ms", "latest_boarding_ms", "earliest_arrival_ms", "latest_arrival_ms", "ride_limit_ms",
    "direct_ms",
  ]

  static func values(of promise: Promise) -> Values {
    let terms = promise.terms
    return [
      Int(promise.boarding.milliseconds), terms.riders, Int(terms.load.places[0]),
      Int(terms.load.places[1]), Int(terms.load.places[2]), Int(terms.boarding.milliseconds),
      terms.pickup.index, terms.dropoff.index, Int(terms.walk.milliseconds),
      Int(terms.ready.milliseconds), Int(terms.latestBoarding.milliseconds),
      Int(terms.earliestArrival.milliseconds), Int(terms.latestArrival.milliseconds),
      Int(terms.rideLimit.milliseconds), Int(terms.direct.milliseconds),
    ]
  }

  /// `nil` where a number cannot be what it stands for.
  static func promise(of request: RequestID, _ values: Values) -> Promise? {
    for k in 0..<values.count {
      guard Int(Int32.min)...Int(Int32.max) ~= values[k] else { return nil }
    }
    let isLoad = (2...4).allSatisfy { 0...Load.most ~= values[$0] }
    guard values[1] > 0, isLoad, values[6] >= 0, values[7] >= 0 else { return nil }
    func span(_ k: Int) -> TimeSpan { TimeSpan(milliseconds: Int32(values[k])) }
    func instant(_ k: Int) -> Instant { Instant(milliseconds: Int32(values[k])) }
    let terms = Terms(
      request: request, riders: values[1],
      load: Load(seats: values[2], wheelchairs: values[3], goods: values[4]), boarding: span(5),
      pickup: PlaceID(values[6]), dropoff: PlaceID(values[7]), walk: span(8), ready: instant(9),
      latestBoarding: instant(10), earliestArrival: instant(11), latestArrival: instant(12),
      rideLimit: span(13), direct: span(14))
    return Promise(boarding: instant(0), terms: terms)
  }
}
