import Foundation
import ScenarioFiles
import TestSupport

/// A result folder in which anything may have been changed, its digests made right again.
struct FolderFuzz {
  let folder: ForgedFolder
  let description: String

  /// What numbers become: ends of ranges, and what is no number.
  private static let values = [
    "", "0", "-1", "1", "2", "7", "1000", "86400000", "2147483647", "-2147483648", "2147483648",
    "4294967295", "4294967296", "9223372036854775807", "-9223372036854775808",
    "99999999999999999999", "0.5", "1e308", "-1e308", "1e999", "nan", "inf", "-", "x", "\u{0}",
    "\"", "yes", "null", "999999999", "1073741823",
  ]

  /// From one to three changes.
  init(of sound: ForgedFolder, seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var folder = sound
    var changes: [String] = []
    for _ in 0..<[1, 1, 2, 3][Int.random(in: 0..<4, using: &generator)] {
      changes.append(try Self.change(&folder, &generator))
    }
    folder.sign()
    self.folder = folder
    description = "seed \(seed): " + changes.joined(separator: "; ")
  }

  private static func change(
    _ folder: inout ForgedFolder, _ generator: inout SeededGenerator
  ) throws -> String {
    // Pages and maps are written and never read.
    let read = folder.names.filter {
      $0.hasSuffix(".csv") || $0.hasSuffix(".jsonl.gz") || $0.hasSuffix(".json")
    }
    guard let name = read.randomElement(using: &generator),
      Int.random(in: 0..<12, using: &generator) > 0
    else { return changeManifest(of: &folder, &generator) }
    let isTrace = name.hasSuffix(".gz")
    if isTrace, Int.random(in: 0..<10, using: &generator) == 0 {
      folder.files[name] = flipped(folder.files[name] ?? Data(), &generator)
      return "\(name): a byte"
    }
    let text = isTrace ? (try? folder.trace(name)) ?? "" : folder.text(name)
    let (changed, how) =
      isTrace && Bool.random(using: &generator)
      ? changeNumber(in: text, &generator)
      : change(text, isJSON: name.hasSuffix(".json"), &generator)
    if isTrace { folder.setTrace(name, changed) } else { folder.files[name] = Data(changed.utf8) }
    return "\(name): \(how)"
  }

  private static func change(
    _ text: String, isJSON: Bool, _ generator: inout SeededGenerator
  ) -> (text: String, how: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let line = lines.indices.randomElement(using: &generator) else { return (text, "empty") }
    func joined() -> String { lines.joined(separator: "\n") }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0:
      lines.remove(at: line)
      return (joined(), "line \(line + 1) left out")
    case 1:
      lines.insert(lines[line], at: line)
      return (joined(), "line \(line + 1) doubled")
    case 2:
      let other = Int.random(in: lines.indices, using: &generator)
      lines.swapAt(line, other)
      return (joined(), "lines \(line + 1) and \(other + 1) exchanged")
    case 3:
      let bytes = flipped(Data(text.utf8), &generator)
      return (String(decoding: bytes, as: UTF8.self), "a byte")
    case 4:
      lines.removeSubrange(line...)
      return (joined(), "cut before line \(line + 1)")
    default:
      let separator: Character =
        isJSON ? " " : [",", ",", ",", ":", "|"].randomElement(using: &generator) ?? ","
      var cells = lines[line].split(separator: separator, omittingEmptySubsequences: false)
        .map(String.init)
      let cell = Int.random(in: cells.indices, using: &generator)
      let value = values.randomElement(using: &generator) ?? ""
      let old = cells[cell]
      cells[cell] = value + (isJSON && old.hasSuffix(",") ? "," : "")
      lines[line] = cells.joined(separator: String(separator))
      return (
        joined(), "line \(line + 1), cell \(cell + 1): \"\(old.prefix(40))\" became \"\(value)\""
      )
    }
  }

  /// A line of a trace that can still be read.
  private static func changeNumber(
    in text: String, _ generator: inout SeededGenerator
  ) -> (text: String, how: String) {
    let numbers = text.ranges(of: /-?[0-9]+/)
    guard let place = numbers.randomElement(using: &generator) else { return (text, "empty") }
    let value = values.filter { Int($0) != nil }.randomElement(using: &generator) ?? "0"
    return (
      text.replacingCharacters(in: place, with: value),
      "a number: \(text[place]) became \(value)"
    )
  }

  private static func flipped(_ bytes: Data, _ generator: inout SeededGenerator) -> Data {
    var bytes = bytes
    guard let place = bytes.indices.randomElement(using: &generator) else { return bytes }
    bytes[place] = UInt8.random(in: 0...255, using: &generator)
    return bytes
  }

  private static func changeManifest(
    of folder: inout ForgedFolder, _ generator: inout SeededGenerator
  ) -> String {
    let key = folder.manifest.keys.sorted().randomElement(using: &generator) ?? ""
    let values: [Any] = [
      0, -1, Int.max, 1e300, "", "x", "../x", [String](), ["x"], ["x": "y"], NSNull(), 3, true,
    ]
    let value = values.randomElement(using: &generator) ?? 0
    if Int.random(in: 0..<4, using: &generator) == 0,
      var strategies = folder.manifest["strategies"] as? [[String: Any]], !strategies.isEmpty
    {
      strategies[0][["id", "parameters"].randomElement(using: &generator) ?? "id"] = value
      folder.manifest["strategies"] = strategies
      return "manifest.json, strategies: \(value)"
    }
    folder.manifest[key] = value
    return "manifest.json, \(key): \(value)"
  }
}
