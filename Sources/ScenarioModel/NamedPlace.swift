public import Mobility

/// A place with the names that planners and riders know it by.
public struct NamedPlace: Hashable, Sendable {
  /// The key of the scenario's files.
  public let key: String
  public let name: String
  /// The name in Latin script, where known.
  public let latinName: String?
  public let place: Place
  /// Riders board and alight only where this holds; a depot may be for vehicles only.
  public let servesRiders: Bool

  public init(key: String, name: String, latinName: String?, place: Place, servesRiders: Bool) {
    self.key = key
    self.name = name
    self.latinName = latinName
    self.place = place
    self.servesRiders = servesRiders
  }
}
