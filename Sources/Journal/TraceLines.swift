import Mobility

// A line is written digit by digit: a day of a large town has a million of them.
extension OutputSpan<UInt8> {
  mutating func append(_ record: Record, day: Int) {
    let parts = record.event.parts
    append("{\"day\":")
    append(decimal: day)
    append(",\"time_ms\":")
    append(decimal: Int(record.time.milliseconds))
    append(",\"event\":\"")
    append(parts.kind.form.name)
    append("\"")
    for field in parts.kind.form.fields { append(field, of: parts) }
    append("}\n")
  }

  private mutating func append(_ field: Event.Field, of parts: EventParts) {
    switch field {
    case .vehicle: append("vehicle", parts.vehicle?.index)
    case .request: append("request", parts.request?.index)
    case .from: append("from", parts.from?.index)
    case .to: append("to", parts.to?.index)
    case .place: append("at", parts.to?.index)
    case .driven: append("driven_m", (parts.driven?.count).map(Int.init))
    case .reason:
      append(",\"reason\":\"")
      for byte in (parts.reason?.rawValue ?? "").utf8 { append(byte) }
      append("\"")
    case .promise:
      guard let promise = parts.promise else { return }
      let values = PromiseNumbers.values(of: promise)
      for k in 0..<values.count { append(PromiseNumbers.names[k], values[k]) }
    case .stops: append(parts.stops ?? [])
    }
  }

  private mutating func append(_ stops: [TimedStop]) {
    append(",\"stops\":[")
    for (k, planned) in stops.enumerated() {
      if k > 0 { append(",") }
      append(planned.stop.purpose == .pickup ? "{\"pickup\":" : "{\"dropoff\":")
      append(decimal: planned.stop.request.index)
      append("at", planned.stop.place.index)
      append("time_ms", Int(planned.time.milliseconds))
      append("}")
    }
    append("]")
  }

  private mutating func append(_ name: StaticString, _ number: Int?) {
    append(",\"")
    append(name)
    append("\":")
    if let number { append(decimal: number) }
  }
}

extension OutputSpan<UInt8> {
  mutating func append(_ text: StaticString) {
    for k in 0..<text.utf8CodeUnitCount { append(text.utf8Start[k]) }
  }

  mutating func append(decimal number: Int) {
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
