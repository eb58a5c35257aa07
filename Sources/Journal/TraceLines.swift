import Mobility

extension TraceCodec {
  /// Room for 16 numbers of 20 characters at most, two words, and what separates them.
  static let longestLine = 16 * 21 + 2 * 20
}

// A line is written digit by digit: a day of a large town has a million of them.
extension OutputSpan<UInt8> {
  mutating func append(_ record: Record, day: Int) {
    append(decimal: day)
    append(comma)
    append(decimal: Int(record.time.milliseconds))
    append(comma)
    switch record.event {
    case .onDuty(let vehicle, let place):
      append("on_duty", of: vehicle, to: place)
    case .booked(let request):
      append("booked", of: nil, request)
    case .refused(let request, let reason):
      append("refused", of: nil, request)
      for byte in reason.rawValue.utf8 { append(byte) }
    case .accepted(let request, let vehicle, let promise):
      append("accepted", of: vehicle, request, promise)
    case .reassigned(let request, let vehicle):
      append("reassigned", of: vehicle, request)
    case .replanned(let vehicle):
      append("replanned", of: vehicle)
    case .repositioned(let vehicle, let place):
      append("repositioned", of: vehicle, to: place)
    case .halted(let vehicle, let place):
      append("halted", of: vehicle, to: place)
    case .departed(let vehicle, let from, let to):
      append("departed", of: vehicle, from: from, to: to)
    case .diverted(let vehicle, let place, let to):
      append("diverted", of: vehicle, from: place, to: to)
    case .arrived(let vehicle, let place, let driven):
      append("arrived", of: vehicle, to: place, driven: driven)
    case .boarded(let request, let vehicle, let place):
      append("boarded", of: vehicle, request, to: place)
    case .alighted(let request, let vehicle, let place):
      append("alighted", of: vehicle, request, to: place)
    case .offDuty(let vehicle, let place):
      append("off_duty", of: vehicle, to: place)
    }
    append(UInt8(ascii: "\n"))
  }

  /// The columns from the event to the one before the reason.
  private mutating func append(
    _ event: StaticString, of vehicle: VehicleID?, _ request: RequestID? = nil,
    from: PlaceID? = nil, to: PlaceID? = nil, driven: Meters? = nil
  ) {
    append(event)
    append(column: vehicle?.index)
    append(column: request?.index)
    append(column: from?.index)
    append(column: to?.index)
    append(column: (driven?.count).map(Int.init))
    // Of the nine columns of a promise.
    for _ in 0..<9 { append(comma) }
  }

  private mutating func append(
    _ event: StaticString, of vehicle: VehicleID, _ request: RequestID, _ promise: Promise
  ) {
    let terms = promise.terms
    append(event)
    append(column: vehicle.index)
    append(column: request.index)
    append(column: terms.pickup.index)
    append(column: terms.dropoff.index)
    append(column: nil)
    append(column: terms.riders)
    append(column: Int(terms.boarding.milliseconds))
    append(column: Int(terms.walk.milliseconds))
    append(column: Int(terms.ready.milliseconds))
    append(column: Int(promise.boarding.milliseconds))
    append(column: Int(terms.latestBoarding.milliseconds))
    append(column: Int(terms.latestArrival.milliseconds))
    append(column: Int(terms.rideLimit.milliseconds))
    append(column: Int(terms.direct.milliseconds))
  }

  private mutating func append(_ word: StaticString) {
    for k in 0..<word.utf8CodeUnitCount { append(word.utf8Start[k]) }
    append(comma)
  }

  private mutating func append(column number: Int?) {
    if let number { append(decimal: number) }
    append(comma)
  }

  private mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    // The last digit is known first.
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = digits.count
    var rest = number.magnitude
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    for k in first..<digits.count { append(digits[k]) }
  }
}

private let comma = UInt8(ascii: ",")
