import Mobility

/// Reads one line of the canonical text, byte by byte: anything else than what is written is refused.
struct TraceScanner {
  private var rest: Substring.UTF8View

  init(_ line: Substring) { rest = line.utf8 }

  /// `nil` where the line is no record.
  mutating func record() -> (day: Int, record: Record)? {
    guard take("{\"day\":"), let day = number(), day >= 0, take(",\"time_ms\":"),
      let time = instant(), take(",\"event\":\""), let kind = Event.Kind(name: word()), take("\"")
    else { return nil }
    var parts = EventParts(kind)
    for field in kind.form.fields {
      guard read(field, into: &parts) else { return nil }
    }
    guard take("}"), rest.isEmpty, let event = Event(parts) else { return nil }
    return (day, Record(time, event))
  }

  private mutating func read(_ field: Event.Field, into parts: inout EventParts) -> Bool {
    switch field {
    case .vehicle: parts.vehicle = id("vehicle")
    case .request: parts.request = id("request")
    case .from: parts.from = id("from")
    case .to: parts.to = id("to")
    case .place: parts.to = id("at")
    case .driven:
      guard take(name: "driven_m"), let metres = number().flatMap(Int32.init(exactly:)) else {
        return false
      }
      parts.driven = Meters(metres)
    case .reason:
      guard take(",\"reason\":\"") else { return false }
      parts.reason = Refusal(rawValue: String(Substring(word())))
      guard take("\"") else { return false }
    case .promise: parts.promise = promise(to: parts.request)
    case .stops: parts.stops = stops()
    }
    return true
  }

  private mutating func promise(to request: RequestID?) -> Promise? {
    var values = PromiseNumbers.Values(repeating: 0)
    for k in 0..<values.count {
      guard take(name: PromiseNumbers.names[k]), let value = number() else { return nil }
      values[k] = value
    }
    return request.flatMap { PromiseNumbers.promise(of: $0, values) }
  }

  private mutating func stops() -> [TimedStop]? {
    guard take(",\"stops\":[") else { return nil }
    var stops: [TimedStop] = []
    while !take("]") {
      guard stops.isEmpty || take(",") else { return nil }
      let isPickup = take("{\"pickup\":")
      guard isPickup || take("{\"dropoff\":"), let request: RequestID = id(),
        let place: PlaceID = id("at"), take(name: "time_ms"), let time = instant(), take("}")
      else { return nil }
      let stop = Stop(isPickup ? .pickup : .dropoff, of: request, at: place)
      stops.append(TimedStop(stop, at: time))
    }
    return stops
  }
}

extension TraceScanner {
  private mutating func id<Entity>(_ name: StaticString) -> ID<Entity>? {
    take(name: name) ? id() : nil
  }

  private mutating func id<Entity>() -> ID<Entity>? {
    number().flatMap { 0...Int(Int32.max) ~= $0 ? ID($0) : nil }
  }

  private mutating func instant() -> Instant? {
    number().flatMap(Int32.init(exactly:)).map(Instant.init(milliseconds:))
  }

  private mutating func take(name: StaticString) -> Bool {
    take(",\"") && take(name) && take("\":")
  }

  /// Passes over the text if the rest begins with it.
  private mutating func take(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes in
      guard rest.starts(with: bytes) else { return false }
      rest = rest.dropFirst(bytes.count)
      return true
    }
  }

  /// Up to the next quotation mark.
  private mutating func word() -> Substring.UTF8View {
    let word = rest.prefix { $0 != UInt8(ascii: "\"") }
    rest = rest[word.endIndex...]
    return word
  }

  /// A whole number as it is written: no sign but a minus, no zero before other digits.
  private mutating func number() -> Int? {
    let isNegative = take("-")
    let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard let first = digits.first, digits.count == 1 || first != UInt8(ascii: "0"),
      !isNegative || first != UInt8(ascii: "0"), let number = Int(Substring(digits))
    else { return nil }
    rest = rest[digits.endIndex...]
    return isNegative ? -number : number
  }
}
