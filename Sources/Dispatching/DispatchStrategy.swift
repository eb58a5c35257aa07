public import Mobility

/// A rule that turns requests into routes.
///
/// A strategy sees a situation and answers with decisions; only the simulation changes the world,
/// and it checks every decision first. It keeps what it likes from call to call.
public protocol DispatchStrategy: Sendable {
  static var description: StrategyDescription { get }

  /// The settings have a value in range for each parameter of the description.
  init(_ settings: StrategySettings, service: Service)

  /// When it wants to be asked.
  var wakes: Wake { get }

  /// Decides about the open requests; those it does not mention stay open.
  mutating func decide(in situation: Situation) -> [Decision]

  /// What its decisions have cost so far; no result depends on it.
  var effort: Effort { get }
}

extension DispatchStrategy {
  public var wakes: Wake { .atBookings }
  public var effort: Effort { Effort() }
}
