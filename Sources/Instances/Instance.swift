public import Mobility
public import RoadNetwork

/// A benchmark as published: one day of a service, and what another dispatcher made of it.
///
/// Every place of these benchmarks is a turning point, so there are no others: the id of a place is
/// the index of its node or of the edge it ends.
public struct Instance: Sendable {
  public let name: String
  public let layout: InstanceLayout
  public let network: RoadNetwork
  public let vehicles: Column<Vehicle, Vehicle>
  public let requests: Column<Request, Request>
  public var rules: ServiceRules
  public var weights: Weights
  public let reference: KaRRiReference?
  /// Nodes left out because they do not reach all others, or are not reached from them.
  public let unconnectedNodes: Int
  let limits: InstanceLimits

  init(
    name: String, layout: InstanceLayout, network: RoadNetwork, limits: InstanceLimits,
    vehicles: Column<Vehicle, Vehicle>, requests: Column<Request, Request>,
    reference: KaRRiReference? = nil, unconnectedNodes: Int = 0
  ) {
    self.name = name
    self.layout = layout
    self.network = network
    self.vehicles = vehicles
    self.requests = requests
    self.reference = reference
    self.unconnectedNodes = unconnectedNodes
    self.limits = limits
    rules = limits.rules(of: layout)
    weights = layout.weights
  }

  /// Requests that end where they begin, which every service refuses.
  public var tripsOfNoLength: Int {
    requests.values.count { $0.pickups.map(\.place) == $0.dropoffs.map(\.place) }
  }

  /// Plans by the limits and weights of a preset; how long riders may wait and ride stays.
  public mutating func adopt(_ preset: Preset) {
    rules.limits = preset.limits
    weights = preset == layout.preset ? layout.weights : preset.weights
  }

  /// How long a rider waited as the benchmark and its peers count it.
  ///
  /// Boarding begins a halt after the arrival, or when the rider is there if that is later; others
  /// who come to the halt meanwhile can make the departure later still.
  public func wait(from ready: Instant, boarding: Instant, departure: Instant) -> TimeSpan {
    switch layout.waitEnds {
    case .arrival: max(.zero, boarding - ready - rules.halt)
    case .departure: departure - ready
    }
  }
}
