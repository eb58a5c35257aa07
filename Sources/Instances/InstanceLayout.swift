public import Mobility
public import RoadNetwork

/// How the files of a benchmark are laid out, and what they leave unsaid.
public enum InstanceLayout: String, Hashable, Sendable, CaseIterable {
  /// Nodes in metres, edges in whole seconds, `params.json`: the instances that peers have run.
  case common
  /// KaRRi's: edges as locations, times in tenths of a second, expected decisions.
  case karri
  /// Taxi trips by coordinates beside a street network in the node-link form of NetworkX.
  case manhattan
  /// One file in Cordeau's format: time windows, a longest ride and a longest route.
  case dialARide = "dial-a-ride"

  /// What the wait of a rider, and the limit on it, count to.
  public enum WaitEnd: Hashable, Sendable {
    /// The vehicle is there, and its halt begins.
    case arrival
    /// The halt is over, and the vehicle leaves.
    case departure
  }

  /// KaRRi counts the halt as part of the wait.
  ///
  /// The common instances say only "pick-up no later than"; FleetPy, whose figures on them are the
  /// ones to compare with and whose ride limit they adopt, begins to board on arrival and counts to
  /// there. The taxi trips have no peer and follow the common instances.
  public var waitEnds: WaitEnd { self == .karri ? .departure : .arrival }

  public var preset: Preset {
    switch self {
    case .common, .manhattan: .hard
    case .karri: .karri
    case .dialARide: .dialARide
    }
  }

  /// Those of the preset, but in towns a little more for a wait than for a ride: over four towns of
  /// `generate.py` it takes 0.4 to 17 s off the mean wait for 1 or 2 % more kilometres.
  public var weights: Weights { preset == .hard ? Weights(wait: 1300) : preset.weights }

  /// Whether vehicles under way can be sent elsewhere.
  var diversion: Bool { self != .dialARide }

  public var turningPoints: TurningPoints { self == .karri ? .edges : .nodes }

  /// What a folder of this layout holds, for people.
  public var summary: String {
    switch self {
    case .common: "common (nodes.csv, edges.csv, vehicles.csv, requests.csv, params.json)"
    case .karri: "karri (the same tables without params.json, edges as locations)"
    case .manhattan: "manhattan (manhattan_network.json, nyc_20k.csv, fleets such as nyc_1200.csv)"
    case .dialARide: "dial-a-ride (one file in Cordeau's format, such as a2-16.txt)"
    }
  }
}
