import Reports

/// How QGIS draws a layer, in its own format: the table `layer_styles` keeps it.
enum QGISStyle {
  static func text(of layer: MapLayer) -> String {
    let looks = layer.style.looks
    let symbols = looks.enumerated().map { symbol(of: layer.shape, $1, name: $0) }.joined()
    let renderer: String
    if let field = layer.style.field {
      let type = layer.fields.first { $0.name == field }?.type == .flag ? "bool" : "string"
      let categories = looks.enumerated().map { position, look in
        let value = escaped(look.value ?? "")
        return "<category render=\"true\" symbol=\"\(position)\" value=\"\(value)\""
          + " label=\"\(value)\" type=\"\(type)\"/>"
      }
      renderer =
        "<renderer-v2 type=\"categorizedSymbol\" attr=\"\(escaped(field))\" symbollevels=\"0\""
        + " enableorderby=\"0\" forceraster=\"0\"><categories>\(categories.joined())</categories>"
    } else {
      renderer =
        "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\""
        + " forceraster=\"0\">"
    }
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
      + "<qgis version=\"3.22\" styleCategories=\"Symbology\">\(renderer)"
      + "<symbols>\(symbols)</symbols></renderer-v2></qgis>"
  }

  private static func symbol(
    of shape: MapLayer.Shape, _ look: MapLayer.Style.Look, name: Int
  ) -> String {
    let type: String
    let layer: String
    let options: [(String, String)]
    switch shape {
    case .point:
      (type, layer) = ("marker", "SimpleMarker")
      options = [
        ("name", "circle"), ("color", channels(of: look.colour)),
        ("outline_color", "255,255,255,255"),
        ("outline_width", "0.3"), ("size", look.size.description), ("size_unit", "MM"),
      ]
    case .line:
      (type, layer) = ("line", "SimpleLine")
      options = [
        ("line_color", channels(of: look.colour)), ("line_width", look.size.description),
        ("line_width_unit", "MM"), ("capstyle", "round"), ("joinstyle", "round"),
      ]
    }
    let text = options.map { "<Option name=\"\($0.0)\" value=\"\($0.1)\" type=\"QString\"/>" }
    return "<symbol type=\"\(type)\" name=\"\(name)\" alpha=\"1\" clip_to_extent=\"1\">"
      + "<layer class=\"\(layer)\" enabled=\"1\" locked=\"0\" pass=\"0\">"
      + "<Option type=\"Map\">\(text.joined())</Option></layer></symbol>"
  }

  /// Red, green, blue and opacity of `#rrggbb`.
  private static func channels(of colour: String) -> String {
    guard let number = Int(colour.dropFirst(), radix: 16) else {
      preconditionFailure("a colour that is none: \(colour)")
    }
    return "\(number >> 16),\(number >> 8 & 0xFF),\(number & 0xFF),255"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
