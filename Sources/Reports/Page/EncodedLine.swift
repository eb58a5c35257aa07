import Mobility

/// Points as a short text: differences of whole numbers, five bits a character.
///
/// Coordinates are in hundred-thousandths of a degree, about a metre; times in tenths of a second.
/// - SeeAlso: "Encoded Polyline Algorithm Format", Google Maps Platform documentation.
struct EncodedLine {
  private(set) var text = ""
  private var last = (latitude: 0, longitude: 0, time: 0)

  mutating func append(_ point: Coordinate) {
    let latitude = Int((point.latitude * 100_000).rounded())
    let longitude = Int((point.longitude * 100_000).rounded())
    append(latitude - last.latitude)
    append(longitude - last.longitude)
    (last.latitude, last.longitude) = (latitude, longitude)
  }

  mutating func append(_ point: Coordinate, at time: Instant) {
    append(point)
    let tenths = Int(time.milliseconds) / 100
    append(tenths - last.time)
    last.time = tenths
  }

  private mutating func append(_ difference: Int) {
    // The sign is the lowest bit.
    var rest = UInt(bitPattern: difference < 0 ? ~(difference << 1) : difference << 1)
    while rest >= 0x20 {
      append(bits: rest & 0x1F | 0x20)
      rest >>= 5
    }
    append(bits: rest)
  }

  private mutating func append(bits: UInt) {
    text.unicodeScalars.append(Unicode.Scalar(UInt8(bits) + 63))
  }
}
