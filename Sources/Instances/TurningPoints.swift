/// Where vehicles can stop or turn beside the places of a service.
public enum TurningPoints: String, Hashable, Sendable, CaseIterable {
  case none
  /// Every node, numbered after the places.
  case nodes
  /// The end of every edge, numbered after the places.
  case edges
}
