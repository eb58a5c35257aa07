import Foundation

/// What a file may be that is no text in UTF-8, for a message that names the way out.
enum TextEncoding {
  /// Kinds that the first bytes tell.
  static func marked(_ bytes: Data) -> String? {
    let start = [UInt8](bytes.prefix(4))
    if start == [0x50, 0x4B, 0x03, 0x04] { return "a zip archive, as a workbook of Excel is" }
    if start == [0xD0, 0xCF, 0x11, 0xE0] { return "a workbook of Excel" }
    if start.starts(with: [0x1F, 0x8B]) { return "a gzip archive" }
    if start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard start.count == 4 else { return nil }
    let zeros = start.map { $0 == 0 }
    return zeros == [false, true, false, true] || zeros == [true, false, true, false]
      ? "UTF-16" : nil
  }

  /// A Japanese encoding that the bytes could be in.
  static func likely(_ bytes: Data) -> String? {
    if isDoubleByte(bytes, lead: { (0xA1...0xFE).contains($0) || $0 == 0x8E }, trail: 0xA1...0xFE) {
      return "EUC-JP"
    }
    let isLead: (UInt8) -> Bool = { (0x81...0x9F).contains($0) || (0xE0...0xFC).contains($0) }
    return isDoubleByte(
      bytes, lead: isLead, trail: 0x40...0xFC, single: { (0xA1...0xDF).contains($0) })
      ? "Shift_JIS" : nil
  }

  /// Where the first byte stands that cannot be UTF-8.
  static func firstForeignByte(in bytes: Data) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): offset += encoded.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  private static func isDoubleByte(
    _ bytes: Data, lead: (UInt8) -> Bool, trail: ClosedRange<UInt8>,
    single: (UInt8) -> Bool = { _ in false }
  ) -> Bool {
    var hasPair = false
    var isSecond = false
    for byte in bytes {
      if isSecond {
        guard trail.contains(byte) else { return false }
        hasPair = true
        isSecond = false
      } else if byte >= 0x80, !single(byte) {
        guard lead(byte) else { return false }
        isSecond = true
      }
    }
    return hasPair && !isSecond
  }
}
