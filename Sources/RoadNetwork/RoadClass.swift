/// What kind of road an edge is.
public enum RoadClass: String, Hashable, Sendable, CaseIterable {
  case trunk, primary, collector, local
}
