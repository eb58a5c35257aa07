import ArgumentParser

struct NetworkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Look at a road network and ask it for routes.",
    discussion: """
      A network is a folder with nodes.csv and roads.csv, such as noriai import osm writes or the \
      data folder of a scenario.
      """,
    subcommands: [NetworkInfoCommand.self, NetworkRouteCommand.self])
}
