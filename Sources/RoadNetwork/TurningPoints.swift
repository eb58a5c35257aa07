/// Where vehicles can be sent elsewhere on their way, as places beside those given.
public enum TurningPoints: Hashable, Sendable, CaseIterable {
  case none
  /// At each node, whichever way a vehicle came.
  case nodes
  /// At the end of each edge.
  case edges
}
