import ArgumentParser
import Instances
import Mobility
import ScenarioFiles

/// What `--strategy` and `--set` of a benchmark say, checked.
struct BenchmarkSettings {
  let strategy: StrategySettings
  /// In the order of the command line, except that the preset comes first.
  private var changes: [Change] = []

  private enum Change {
    case preset(Preset)
    case diversion(Bool)
    case weight(WritableKeyPath<Weights, Int32>, Int32)
  }

  private static let weights:
    [(name: String, path: any WritableKeyPath<Weights, Int32> & Sendable)] =
      [
        ("weights.driving", \.driving), ("weights.operation", \.operation),
        ("weights.wait", \.wait), ("weights.ride", \.ride), ("weights.walk", \.walk),
      ]

  /// Throws `ValidationError` for what nobody knows.
  init(strategy id: String, changes texts: [String]) throws {
    guard let description = StrategyCatalogue.descriptions.first(where: { $0.id == id }) else {
      let known = StrategyCatalogue.descriptions.map(\.id)
      throw Self.error(
        "--strategy: expected one of \(known.joined(separator: ", ")), found \"\(id)\"",
        hint: Suggestion.hint(for: id, among: known, called: "strategy"))
    }
    var values = StrategySettings(standardOf: description).values
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw ValidationError("--set \(text): expected NAME=VALUE, as in weights.wait=2")
      }
      let (name, value) = (String(parts[0]), String(parts[1]))
      if let change = try Self.change(name, value) {
        changes.append(change)
      } else if let k = description.parameters.firstIndex(where: { $0.name == name }) {
        values[k].value = try Self.read(name, value, .value(of: description.parameters[k].kind))
      } else {
        let known =
          ["preset", "diversion"] + Self.weights.map(\.name)
          + description.parameters.map(\.name)
        throw Self.error(
          "--set \(text): expected a known setting, found \"\(name)\"",
          hint: Suggestion.hint(for: name, among: known, called: "setting"))
      }
    }
    strategy = StrategySettings(id: id, values: values)
  }

  /// A preset first, whatever comes first on the command line: it states all weights.
  func change(_ instance: inout Instance) {
    for case .preset(let preset) in changes { instance.adopt(preset) }
    for change in changes {
      switch change {
      case .preset: break
      case .diversion(let isAllowed): instance.rules.diversion = isAllowed
      case .weight(let path, let weight): instance.weights[keyPath: path] = weight
      }
    }
  }

  /// `nil` for a name that is none of the benchmark's own.
  private static func change(_ name: String, _ value: String) throws -> Change? {
    switch name {
    case "preset": return .preset(try read(name, value, .choice(Preset.self)))
    case "diversion": return .diversion(try read(name, value, .flag))
    default:
      guard let weight = weights.first(where: { $0.name == name }) else { return nil }
      return .weight(weight.path, try read(name, value, .thousandths(0...1_000_000)))
    }
  }

  private static func read<Value>(
    _ name: String, _ value: String, _ form: Form<Value>
  ) throws -> Value {
    if let read = form.read(value) { return read }
    throw error(
      "--set \(name)=\(value): expected \(form.expected), found \"\(value)\"",
      hint: form.hint(value))
  }

  private static func error(_ problem: String, hint: String?) -> ValidationError {
    ValidationError(problem.visible + (hint.map { "\n" + $0 } ?? ""))
  }
}
