public import Mobility

/// What a user can say about an import.
public struct ImportOptions: Hashable, Sendable {
  public var profile: ImportProfile
  /// `nil` imports all of the extract.
  public var area: ImportArea?
  /// Longer roads keep a node on the way, so that stops can be placed there; `nil` keeps none.
  public var longestEdge: Meters?

  public init(
    profile: ImportProfile = .standard, area: ImportArea? = nil, longestEdge: Meters? = nil
  ) {
    self.profile = profile
    self.area = area
    self.longestEdge = longestEdge
  }
}
