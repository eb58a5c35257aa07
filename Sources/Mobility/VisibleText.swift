extension Unicode.Scalar {
  /// Controls, ends of lines, changes of direction and what means nothing: no part of a text in one
  /// line.
  public var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFFFE...0xFFFF,
      0x10FFFC...0x10FFFF:
      true
    default: false
    }
  }

  /// As in "U+001B".
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What a reader takes for a space or for nothing, and a program does not.
  private var isUnseen: Bool {
    switch value {
    case 0xA0, 0xAD, 0x61C, 0x180E, 0x2000...0x200B, 0x200E...0x200F, 0x202F, 0x205F...0x2064,
      0xFEFF:
      true
    default: false
    }
  }

  fileprivate var isShownAsCodePoint: Bool { isControl || isUnseen }
}

extension StringProtocol {
  /// The text for a terminal: what cannot be seen, or would be obeyed, as in "<U+001B>".
  public var visible: String {
    guard unicodeScalars.contains(where: { $0.isShownAsCodePoint }) else { return String(self) }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.isShownAsCodePoint {
        text += "<\(scalar.codePoint)>"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The text without white space around it, whatever mark follows a space.
  public var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }
}
