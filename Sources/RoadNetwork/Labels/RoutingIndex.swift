import Mobility

/// What is worked out of a road network once, so that travel times are quick to ask for.
public struct RoutingIndex: Equatable, Sendable {
  public let hierarchy: ContractionHierarchy
  public let labels: HubLabels
  public let cells: NodeCells

  public init(_ network: RoadNetwork, ordering: NodeOrdering = .standard) {
    hierarchy = ContractionHierarchy(network, ordering: ordering)
    labels = HubLabels(hierarchy)
    cells = NodeCells(network, labels: labels)
  }

  /// An index made earlier, as a cache has it.
  public init(hierarchy: ContractionHierarchy, labels: HubLabels, cells: NodeCells) {
    precondition(hierarchy.rank == labels.rank, "labels of another hierarchy")
    precondition(cells.cell.count == labels.rank.count, "cells of another network")
    self.hierarchy = hierarchy
    self.labels = labels
    self.cells = cells
  }
}
