import ArgumentParser
import Mobility
import ScenarioFiles

struct StrategiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strategies",
    abstract: "List the dispatch strategies and their parameters.",
    discussion: """
      Name them in a scenario, or with --strategies; set a parameter in the scenario or with \
      --set strategies.batch.interval="30 s".
      """)

  @Flag(help: "Print JSON for machines.")
  var json = false

  func run() throws {
    guard json else {
      try Streams.show(StrategyCatalogue.descriptions.map(\.page).joined(separator: "\n\n"))
      return
    }
    let entries = StrategyCatalogue.descriptions.map(Entry.init)
    try Streams.show(String(decoding: CanonicalJSON.data(entries), as: UTF8.self), terminator: "")
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
    case .duration(let range):
      "duration, \(Quantity.text(range.lowerBound)) to \(Quantity.text(range.upperBound))"
    case .choice(let choices): choices.joined(separator: " or ")
    case .flag: "true or false"
    }
  }
}

extension Parameter.Value {
  var text: String {
    switch self {
    case .whole(let value): String(value)
    case .duration(let value): Quantity.text(value)
    case .choice(let value): value
    case .flag(let value): String(value)
    }
  }
}
