import ArgumentParser
import Foundation
import Mobility

struct StrategiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strategies",
    abstract: "List the dispatch strategies and their parameters.",
    discussion: """
      Name them in a scenario, or with --strategies; set a parameter in the scenario or with \
      --set strategies.batch.trigger=interval.
      """)

  @Flag(help: "Print JSON for machines.")
  var json = false

  func run() throws {
    guard json else {
      print(StrategyCatalogue.descriptions.map(\.page).joined(separator: "\n\n"))
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let entries = StrategyCatalogue.descriptions.map(Entry.init)
    print(String(decoding: try encoder.encode(entries), as: UTF8.self))
  }

  private struct Entry: Encodable {
    struct Setting: Encodable {
      let name, range, standard, summary: String
    }
    let id, summary: String
    let parameters: [Setting]

    init(_ description: StrategyDescription) {
      id = description.id
      summary = description.summary
      parameters = description.parameters.map {
        Setting(
          name: $0.name, range: $0.kind.text, standard: $0.standard.text, summary: $0.summary)
      }
    }
  }
}

extension StrategyDescription {
  fileprivate var page: String {
    let lines = parameters.map { parameter in
      let settings = "\(parameter.kind.text); \(parameter.standard.text) unless set"
      return "    \(parameter.name)  (\(settings))\n        \(parameter.summary)"
    }
    return (["\(id)\n  \(summary)"] + lines).joined(separator: "\n")
  }
}

extension Parameter.Kind {
  var text: String {
    switch self {
    case .whole(let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
    case .duration(let range): "duration, \(range.lowerBound.text) to \(range.upperBound.text)"
    case .choice(let choices): choices.joined(separator: " or ")
    case .flag: "true or false"
    }
  }
}

extension Parameter.Value {
  var text: String {
    switch self {
    case .whole(let value): String(value)
    case .duration(let value): value.text
    case .choice(let value): value
    case .flag(let value): String(value)
    }
  }
}

extension TimeSpan {
  /// As scenario files write it.
  var text: String {
    let seconds = milliseconds / 1000
    if milliseconds % 1000 != 0 { return "\(inSeconds) s" }
    if seconds == 0 || seconds % 60 != 0 { return "\(seconds) s" }
    return seconds % 3600 == 0 ? "\(seconds / 3600) h" : "\(seconds / 60) min"
  }
}
