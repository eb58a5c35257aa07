/// How many places a text takes in a terminal.
///
/// - SeeAlso: Unicode Standard Annex #11, East Asian Width: the classes W and F are wide.
func displayWidth(_ text: String) -> Int {
  text.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
}

/// The text in lines of at most `width` places, broken at spaces and between wide characters.
///
/// A closing mark never begins a line.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for piece in unbreakablePieces(of: text) {
    let trimmed = piece.last == " " ? piece.dropLast() : piece
    if displayWidth(line + trimmed) > width, !line.isEmpty {
      lines.append(line)
      line = ""
    }
    line += piece
  }
  lines.append(line)
  return lines.map { $0.last == " " ? String($0.dropLast()) : $0 }
}

private func unbreakablePieces(of text: String) -> [Substring] {
  var pieces: [Substring] = []
  var start = text.startIndex
  for index in text.indices.dropFirst() {
    let previous = text[text.index(before: index)]
    let next = text[index]
    let isBreak = previous == " " || previous.isWide || next.isWide
    if isBreak, next != " ", !"、。,.)」』】ー".contains(next), !"(「『【".contains(previous) {
      pieces.append(text[start..<index])
      start = index
    }
  }
  pieces.append(text[start...])
  return pieces
}

extension Character {
  fileprivate var isWide: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    return switch scalar {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
