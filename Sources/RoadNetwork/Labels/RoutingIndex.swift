/// What is worked out of a road network once, so that travel times are quick to ask for.
public struct RoutingIndex: Equatable, Sendable {
  public let hierarchy: ContractionHierarchy
  public let labels: HubLabels

  public init(_ network: RoadNetwork, ordering: NodeOrdering = .standard) {
    hierarchy = ContractionHierarchy(network, ordering: ordering)
    labels = HubLabels(hierarchy)
  }

  /// An index made earlier, as a cache has it.
  public init(hierarchy: ContractionHierarchy, labels: HubLabels) {
    precondition(hierarchy.rank == labels.rank, "labels of another hierarchy")
    self.hierarchy = hierarchy
    self.labels = labels
  }
}
