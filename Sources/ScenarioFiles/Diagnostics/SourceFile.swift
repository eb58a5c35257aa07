import Foundation
import Mobility

/// A text file under the path that the user knows it by.
public struct SourceFile: Hashable, Sendable {
  public let path: String
  public let text: String
  /// Where lines begin, in bytes of the text.
  private let lineStarts: [Int]

  /// Reports a file that cannot be read or is no plain text, at the field that names it.
  public init?(reading path: String, at origin: Origin, field: String, findings: Findings) {
    do throws(InputFile.Unreadable) {
      let bytes = try InputFile.bytes(at: path)
      self.init(path: path, bytes: bytes, findings: findings)
    } catch {
      findings.add(.missingFile, at: origin, field, error.problem)
      return nil
    }
  }

  /// Reports bytes that are no UTF-8, and characters that no text of a scenario holds.
  init?(path: String, bytes: Data, findings: Findings) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
    if let kind = TextEncoding.marked(content) {
      findings.add(
        at: .file(path), "", "expected a text in UTF-8, found \(kind)", hint: Self.wayOut(path))
      return nil
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      Self(path: path, text: String(decoding: content, as: UTF8.self))
        .reportForeignByte(in: content, findings)
      return nil
    }
    self.init(path: path, text: text)
    if !reportControls(findings) { return nil }
  }

  private init(path: String, text: String) {
    self.path = path
    self.text = text
    var starts = [0]
    var previous: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      // A carriage return ends a line by itself, or together with the line feed after it.
      if previous == 0x0D, byte != 0x0A { starts.append(offset) }
      if byte == 0x0A { starts.append(offset + 1) }
      previous = byte
    }
    if previous == 0x0D { starts.append(text.utf8.count) }
    lineStarts = starts
  }

  /// Line 1 is the first.
  func line(_ number: Int) -> Substring? {
    guard lineStarts.indices.contains(number - 1) else { return nil }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: lineStarts[number - 1])
    let end =
      number < lineStarts.count
      ? utf8.index(utf8.startIndex, offsetBy: lineStarts[number]) : utf8.endIndex
    let line = text.unicodeScalars[start..<end]
    guard let last = line.lastIndex(where: { $0 != "\n" && $0 != "\r" }) else { return "" }
    return Substring(line[...last])
  }

  /// Where a byte of the text stands.
  func origin(ofByte offset: Int) -> Origin {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: lineStarts[low])
    let place = utf8.index(utf8.startIndex, offsetBy: offset)
    return .text(self, line: low + 1, column: 1 + text.unicodeScalars[start..<place].count)
  }

  private func reportForeignByte(in bytes: Data, _ findings: Findings) {
    guard let offset = TextEncoding.firstForeignByte(in: bytes) else { return }
    let byte = bytes[bytes.startIndex + offset]
    let code = "0x" + String(byte, radix: 16, uppercase: true)
    let guess = TextEncoding.likely(bytes).map { ", as in \($0)" } ?? ""
    findings.add(
      at: origin(ofByte: offset), "", "expected a text in UTF-8, found the byte \(code)\(guess)",
      hint: Self.wayOut(path))
  }

  private static func wayOut(_ path: String) -> String {
    path.lowercased().hasSuffix(".csv")
      ? "in Excel, save it as \"CSV UTF-8 (Comma delimited)\"" : "save it as plain text in UTF-8"
  }

  /// Tabs and ends of lines are for the format of the file to judge.
  private func reportControls(_ findings: Findings) -> Bool {
    var isSound = true
    var offset = 0
    for scalar in text.unicodeScalars {
      defer { offset += scalar.utf8.count }
      guard scalar.isControl, scalar != "\t", scalar != "\n", scalar != "\r" else { continue }
      isSound = false
      guard findings.hasRoom(for: self) else { continue }
      findings.add(
        at: origin(ofByte: offset), "",
        "expected a text without control characters, found \(scalar.codePoint)")
    }
    return isSound
  }

  public static func == (a: Self, b: Self) -> Bool { a.path == b.path }
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
