import BatchMatching
import Dispatching
import Mobility

/// The strategies that scenarios can name.
enum StrategyCatalogue {
  /// A new strategy is one line here.
  private static let types: [any DispatchStrategy.Type] = [
    NearestIdle.self,
    GreedyInsertion.self,
    BatchMatcher.self,
    NeighbourhoodDispatch.self,
  ]

  /// Where idle vehicles wait can be set for every strategy.
  static var descriptions: [StrategyDescription] {
    types.map { $0.description.adding(Parking.parameters) }
  }

  /// The strategy that `settings` describe, ready for one day.
  static func strategy(_ settings: StrategySettings, service: Service) -> any DispatchStrategy {
    guard let type = types.first(where: { $0.description.id == settings.id }) else {
      preconditionFailure("\(settings.id) is not in the catalogue")
    }
    return type.init(settings, service: service)
  }
}
