public import Foundation
import Mobility
public import Reports

/// A layer as a GeoJSON file, a feature a line.
///
/// Coordinates are rounded to ten-millionths of a degree, about a centimetre.
/// - SeeAlso: RFC 7946.
public enum GeoJSON {
  public static func data(_ layer: MapLayer) -> Data {
    let names = layer.fields.map { quoted($0.name) + ":" }
    var text = "{\"type\":\"FeatureCollection\",\"name\":" + quoted(layer.name)
    text += ",\"description\":" + quoted("\(layer.description.en) / \(layer.description.ja)")
    text += ",\"features\":["
    for (position, feature) in layer.features.enumerated() {
      text += position == 0 ? "\n" : ",\n"
      append(feature, names: names, shape: layer.shape, to: &text)
    }
    text += "\n]}\n"
    return Data(text.utf8)
  }

  private static func append(
    _ feature: MapLayer.Feature, names: [String], shape: MapLayer.Shape, to text: inout String
  ) {
    text += "{\"type\":\"Feature\",\"properties\":{"
    for (position, name) in names.enumerated() {
      if position > 0 { text += "," }
      text += name
      switch feature.values[position] {
      case .text(let value): text += quoted(value)
      case .whole(let number): text += String(number)
      case .number(let number): append(number, to: &text)
      case .flag(let isSet): text += isSet ? "true" : "false"
      case .none: text += "null"
      }
    }
    text += "},\"geometry\":{\"type\":"
    switch shape {
    case .point:
      text += "\"Point\",\"coordinates\":"
      append(feature.points[0], to: &text)
    case .line:
      text += "\"LineString\",\"coordinates\":["
      for (position, point) in feature.points.enumerated() {
        if position > 0 { text += "," }
        append(point, to: &text)
      }
      text += "]"
    }
    text += "}}"
  }

  private static func append(_ point: Coordinate, to text: inout String) {
    text += "["
    append((point.longitude * 1e7).rounded() / 1e7, to: &text)
    text += ","
    append((point.latitude * 1e7).rounded() / 1e7, to: &text)
    text += "]"
  }

  /// As short as it can be read back exactly.
  private static func append(_ number: Double, to text: inout String) {
    precondition(number.isFinite, "JSON has finite numbers alone")
    text += number.description
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted += "\\"
        quoted.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
