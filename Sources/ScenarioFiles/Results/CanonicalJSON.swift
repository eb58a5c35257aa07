public import Foundation

/// JSON whose bytes depend on the value alone: sorted keys, two spaces, one line break at the end.
public enum CanonicalJSON {
  public static func data(_ value: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a value of whole numbers and texts has no JSON")
    }
    return data + Data("\n".utf8)
  }
}
