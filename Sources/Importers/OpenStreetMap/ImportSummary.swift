public import Foundation

/// What an import has read, kept and left out.
public struct ImportSummary: Hashable, Sendable, Codable {
  public static let attribution = "(c) OpenStreetMap contributors, ODbL"

  /// One of the two networks.
  public struct Network: Hashable, Sendable, Codable {
    public var nodes = 0
    /// Directed.
    public var edges = 0
    /// Junctions that stand more than once, because of turn restrictions or barriers.
    public var splitNodes = 0
    /// Points that stop vans, or walkers.
    public var barriers = 0
    /// Both directions of a street count once.
    public var km = 0.0
    /// By the tag `highway`.
    public var kmByHighway: [String: Double] = [:]
    /// What is not connected with the rest in both directions.
    public var droppedParts = 0
    public var droppedKm = 0.0
    /// Pieces left out: the file lacks a node of theirs, or they would take more than an hour.
    public var incompletePieces = 0
  }

  /// Relations of the type `restriction`, each counted once.
  public struct Restrictions: Hashable, Sendable, Codable {
    public var honoured = 0
    /// Not honoured: they go over ways rather than one node.
    public var viaWays = 0
    /// Not honoured: they hold at some hours only.
    public var conditional = 0
    /// Not honoured: which end of a way is meant cannot be told.
    public var ambiguous = 0
    /// Not honoured: members are missing, or the kind is unknown.
    public var incomplete = 0
    /// Their roads are closed to vans, or not in the network.
    public var withoutEffect = 0
    /// Vans are exempt, or only others are meant.
    public var notForVans = 0
  }

  /// In degrees.
  public struct Extent: Hashable, Sendable, Codable {
    public var west: Double
    public var south: Double
    public var east: Double
    public var north: Double
  }

  public var attribution = ImportSummary.attribution
  public var source: String
  public var format: String
  public var nodesRead = 0
  public var waysRead = 0
  public var relationsRead = 0
  public var roads = Network()
  public var walking = Network()
  public var restrictions = Restrictions()
  /// Left out: their direction changes with the hour.
  public var reversibleWays = 0
  /// Not honoured: ways whose access, direction or speed holds at some hours or for some only.
  public var conditionalWays = 0
  /// Not honoured: barriers on streets, in the same way.
  public var conditionalBarriers = 0
  /// Left out: the file has a later version of the way, relation or node of a street.
  public var olderVersions = 0
  /// Left out: the last version of the way, relation or node of a street is a deletion.
  public var deletedElements = 0
  /// Nodes that only the ways place: whether there are barriers is not known.
  public var nodesPlacedByWays = 0
  public var extent: Extent?

  init(source: String, format: String) {
    self.source = source
    self.format = format
  }

  /// With sorted keys in snake case.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
