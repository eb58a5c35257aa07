import Mobility

/// A parameter in JSON: its name, and its value under a key that tells the kind.
struct ParameterRecord: Codable {
  let name: String
  let value: Parameter.Value

  private enum Key: String, CodingKey {
    case name
    case whole
    case duration = "duration_ms"
    case choice
    case flag
  }

  init(name: String, value: Parameter.Value) {
    self.name = name
    self.value = value
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    name = try values.decode(String.self, forKey: .name)
    if let number = try values.decodeIfPresent(Int.self, forKey: .whole) {
      value = .whole(number)
    } else if let milliseconds = try values.decodeIfPresent(Int32.self, forKey: .duration) {
      value = .duration(TimeSpan(milliseconds: milliseconds))
    } else if let word = try values.decodeIfPresent(String.self, forKey: .choice) {
      value = .choice(word)
    } else {
      value = .flag(try values.decode(Bool.self, forKey: .flag))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(name, forKey: .name)
    switch value {
    case .whole(let number): try values.encode(number, forKey: .whole)
    case .duration(let span): try values.encode(span.milliseconds, forKey: .duration)
    case .choice(let word): try values.encode(word, forKey: .choice)
    case .flag(let isSet): try values.encode(isSet, forKey: .flag)
    }
  }
}
