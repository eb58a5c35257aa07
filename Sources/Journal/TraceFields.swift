import Mobility

/// One line of the canonical text, read as columns.
struct Fields {
  private enum Number: Int, CaseIterable {
    case vehicle, request, from, to, driven, riders, boarding, walk, ready, promised
    case latestBoarding, latestArrival, rideLimit, direct
  }

  let day: Int
  let time: Instant
  let name: Substring
  private let reason: Substring
  private var numbers = [Int?](repeating: nil, count: Number.allCases.count)

  private subscript(number: Number) -> Int? { numbers[number.rawValue] }

  init?(_ line: Substring) {
    let parts = line.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 4 + Number.allCases.count, let day = Int(parts[0]),
      let time = Int32(parts[1])
    else { return nil }
    self.day = day
    self.time = Instant(milliseconds: time)
    name = parts[2]
    reason = parts[parts.count - 1]
    for number in Number.allCases {
      let part = parts[3 + number.rawValue]
      guard !part.isEmpty else { continue }
      guard let value = Int(part), (Int(Int32.min)...Int(Int32.max)).contains(value) else {
        return nil
      }
      numbers[number.rawValue] = value
    }
  }

  var vehicle: VehicleID? { id(.vehicle) }
  var request: RequestID? { id(.request) }

  var vehicleAtPlace: (VehicleID, PlaceID)? { both(vehicle, id(.to)) }
  var requestOnVehicle: (RequestID, VehicleID)? { both(request, vehicle) }
  var refusal: (RequestID, Refusal)? { both(request, Refusal(rawValue: String(reason))) }

  var requestAtPlace: (RequestID, VehicleID, PlaceID)? {
    guard let request, let (vehicle, place) = vehicleAtPlace else { return nil }
    return (request, vehicle, place)
  }

  var leg: (VehicleID, from: PlaceID, to: PlaceID)? {
    guard let from: PlaceID = id(.from), let (vehicle, to) = vehicleAtPlace else { return nil }
    return (vehicle, from, to)
  }

  var arrival: (VehicleID, PlaceID, Meters)? {
    guard let driven = self[.driven], let (vehicle, place) = vehicleAtPlace else { return nil }
    return (vehicle, place, Meters(Int32(driven)))
  }

  var acceptance: (Promise, VehicleID)? {
    guard let request, let vehicle, let pickup: PlaceID = id(.from), let dropoff: PlaceID = id(.to),
      let riders = self[.riders], let boarding = span(.boarding), let walk = span(.walk),
      let ready = instant(.ready), let promised = instant(.promised),
      let latestBoarding = instant(.latestBoarding), let latestArrival = instant(.latestArrival),
      let rideLimit = span(.rideLimit), let direct = span(.direct)
    else { return nil }
    let terms = Terms(
      request: request, riders: riders, load: Load(seats: riders), boarding: boarding,
      pickup: pickup, dropoff: dropoff,
      walk: walk, ready: ready, latestBoarding: latestBoarding, latestArrival: latestArrival,
      rideLimit: rideLimit, direct: direct)
    return (Promise(boarding: promised, terms: terms), vehicle)
  }

  private func id<Entity>(_ number: Number) -> ID<Entity>? {
    guard let value = self[number], value >= 0 else { return nil }
    return ID(value)
  }

  private func instant(_ number: Number) -> Instant? {
    self[number].map { Instant(milliseconds: Int32($0)) }
  }

  private func span(_ number: Number) -> TimeSpan? {
    self[number].map { TimeSpan(milliseconds: Int32($0)) }
  }

  private func both<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    guard let a, let b else { return nil }
    return (a, b)
  }
}
