import Mobility
import ScenarioModel

/// What a place or a zone is called, in both scripts where both are known.
public struct PageName: Hashable, Sendable, Encodable {
  public let name: String
  public let latin: String?

  public init(name: String, latin: String? = nil) {
    self.name = name
    self.latin = latin
  }

  init(_ place: NamedPlace) { self.init(name: place.name, latin: place.latinName) }

  /// The Latin names of zones that share their name with a place: bookings have the other alone.
  static func latinNames(in scenario: Scenario) -> [String: String] {
    scenario.places.values.reduce(into: [:]) { names, place in
      if let latin = place.latinName, names[place.name] == nil { names[place.name] = latin }
    }
  }
}
