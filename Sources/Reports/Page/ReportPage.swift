public import Foundation
import PageResources

/// `report.html`: one file that opens from disk and shows everything about a run.
public struct ReportPage: Sendable {
  private let data: PageData
  private let libraries: PageLibraries
  private let baseMap: BaseMap?

  public init(_ data: PageData, libraries: PageLibraries, baseMap: BaseMap? = nil) {
    self.data = data
    self.libraries = libraries
    self.baseMap = baseMap
  }

  /// The same for the same data and libraries.
  public func html() throws -> Data {
    let images = baseMap.map { "data: " + $0.origin } ?? "data:"
    let parts: [String: Data] = [
      "policy": Data(
        ("default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src "
          + images).utf8),
      "title": Data(Self.escaped(data.title.en + " - Noriai").utf8),
      "map-style": libraries.map.map { PageFiles.mapLicence + $0.style } ?? Data(),
      "style": PageFiles.style,
      "data": try data.json(),
      "words": PageData.safeInScript(PageFiles.words),
      "base-map": try baseMap.map { try BaseMapRecord($0).json() } ?? Data("null".utf8),
      "charts": libraries.charts.map { PageFiles.chartLicence + Self.script($0) } ?? Data(),
      "map": libraries.map.map { PageFiles.mapLicence + Self.script($0.script) } ?? Data(),
      "script": PageFiles.script,
    ]
    return Self.filled(PageFiles.template, with: parts)
  }

  /// Replaces each `{{name}}` of the template; what is put in is not looked at again.
  static func filled(_ template: Data, with parts: [String: Data]) -> Data {
    var page = Data()
    var rest = String(decoding: template, as: UTF8.self)[...]
    while let opening = rest.firstRange(of: "{{"), let closing = rest.firstRange(of: "}}") {
      page.append(contentsOf: rest[..<opening.lowerBound].utf8)
      let name = String(rest[opening.upperBound..<closing.lowerBound])
      guard let part = parts[name] else { preconditionFailure("the template asks for \(name)") }
      page.append(part)
      rest = rest[closing.upperBound...]
    }
    page.append(contentsOf: rest.utf8)
    return page
  }

  /// By scalar: with a combining mark after it, "<" is another character, but the same tag.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A library may hold the text that would end its element.
  private static func script(_ text: Data) -> Data {
    var safe = text
    while let end = safe.range(of: Data("</script".utf8)) {
      safe.replaceSubrange(end, with: Data(#"<\/script"#.utf8))
    }
    return safe
  }
}

private struct BaseMapRecord: Encodable {
  let tiles: String
  let attribution: PageText

  init(_ map: BaseMap) {
    tiles = map.tiles
    attribution = map.attribution
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return PageData.safeInScript(try encoder.encode(self))
  }
}
