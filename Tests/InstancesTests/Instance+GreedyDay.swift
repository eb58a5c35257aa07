import Dispatching
import Instances
import Journal
import Mobility
import RoadNetwork
import Simulator

extension Instance {
  /// What every plan is measured by, with an index of its own.
  func service() -> Service {
    Service(travelTimes: travelTimes { RoutingIndex($0) }, rules: rules, weights: weights)
  }

  /// The day under `greedy`, left to itself.
  func greedyDay(in service: Service) throws -> Trace {
    let greedy = GreedyInsertion(
      StrategySettings(standardOf: GreedyInsertion.description), service: service)
    return try Simulation(
      day: 0, requests: requests, vehicles: vehicles, service: service, strategy: greedy
    ).run().trace
  }
}
