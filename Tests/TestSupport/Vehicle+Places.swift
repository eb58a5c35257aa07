public import Mobility

extension Vehicle {
  /// Whether some layout has a place for each of those that the parties take, counted one by one.
  public func hasPlaces(for parties: [Terms]) -> Bool {
    cabin.layouts.contains { layout in
      (0..<3).allSatisfy { kind in
        var free = Int(layout.places[kind])
        for terms in parties { free -= Int(terms.load.places[kind]) }
        return free >= 0
      }
    }
  }
}
