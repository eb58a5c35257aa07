import Mobility
import Yams

/// A section of a town's specification: values are looked up by name, with their units.
struct TownSettings {
  private let path: String
  private let name: String
  private let node: Yams.Node

  init(path: String, text: String) throws(TownFileError) {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw TownFileError(path: path, message: "the file is empty")
      }
      self.init(path: path, name: "", node: node)
    } catch let error as TownFileError {
      throw error
    } catch {
      throw TownFileError(path: path, message: "\(error)")
    }
  }

  private init(path: String, name: String, node: Yams.Node) {
    self.path = path
    self.name = name
    self.node = node
  }

  func section(_ key: String) throws(TownFileError) -> TownSettings {
    guard let value = node.mapping?[key] else { throw error("\(key) is missing", at: node) }
    return TownSettings(path: path, name: name.isEmpty ? key : "\(name).\(key)", node: value)
  }

  func text(_ key: String) throws(TownFileError) -> String {
    let value = try section(key)
    guard let text = value.node.scalar?.string else {
      throw value.error("expected a text", at: value.node)
    }
    return text
  }

  func texts(_ key: String) throws(TownFileError) -> [String] {
    let value = try section(key)
    guard let items = value.node.sequence else {
      throw value.error("expected a list", at: value.node)
    }
    return items.compactMap { $0.scalar?.string }
  }

  func whole(_ key: String, of range: ClosedRange<Int>) throws(TownFileError) -> Int {
    let text = try text(key)
    guard let number = Int(text), range.contains(number) else {
      throw expected(key, "a whole number from \(range.lowerBound) to \(range.upperBound)", text)
    }
    return number
  }

  /// A number in `range`, followed by its unit if it has one.
  func number(
    _ key: String, unit: String? = nil, of range: ClosedRange<Double>
  ) throws(TownFileError) -> Double {
    let text = try text(key)
    let parts = text.split(separator: " ")
    let units = unit.map { [Substring($0)] } ?? []
    guard let first = parts.first, let number = Double(first), range.contains(number),
      Array(parts.dropFirst()) == units
    else {
      let bounds = "\(Self.short(range.lowerBound)) to \(Self.short(range.upperBound))"
      throw expected(
        key, "a number from \(bounds)" + (unit.map { " with its unit, \($0)" } ?? ""), text)
    }
    return number
  }

  func meters(_ key: String) throws(TownFileError) -> Meters {
    Meters(Int32(try number(key, unit: "m", of: 1...10_000).rounded()))
  }

  private static func short(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }

  private func expected(_ key: String, _ what: String, _ found: String) -> TownFileError {
    let place = node.mapping?[key] ?? node
    return error("\(key): expected \(what), found \"\(found)\"", at: place)
  }

  private func error(_ message: String, at place: Yams.Node) -> TownFileError {
    TownFileError(
      path: path, line: place.mark?.line, message: name.isEmpty ? message : "\(name).\(message)")
  }
}
