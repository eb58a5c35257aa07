public import Mobility

/// Where a vehicle is on its way: at which turning point it can be sent elsewhere.
///
/// The way is that of `TravelTimes.path`. Each node on it is looked at once, however often the
/// vehicle is asked for.
public struct Trail: Sendable {
  public let destination: PlaceID
  /// The turning point that the vehicle has reached or reaches next; the origin at first.
  public private(set) var place: PlaceID
  /// When it is there.
  public private(set) var time: Instant
  /// From the origin up to there.
  public private(set) var driven = Meters.zero
  /// What is left from there; `nil` until it is asked for.
  private var rest: PathWeight?

  public init(from origin: PlaceID, to destination: PlaceID, departing: Instant) {
    self.destination = destination
    place = origin
    time = departing
  }

  /// Goes on to the first turning point at which the vehicle is at `now` or later, or to the end.
  ///
  /// Without turning points that is the destination as soon as the vehicle has left.
  public mutating func advance(
    to now: Instant, in times: TravelTimes, using scratch: inout TravelTimes.Scratch
  ) {
    guard time < now, place != destination else { return }
    let places = times.places
    if places.turningPoints == .none || places.isSameSpot(place, destination) {
      let weight = times.index.weight(from: place, to: destination)
      move(over: weight, to: destination)
      return
    }
    var (node, rest) =
      if let rest = self.rest {
        (places.node(of: place), rest)
      } else {
        scratch.way.start(from: place, to: destination)
      }
    scratch.way.lead(to: destination, from: node)
    var previous: NodeID?
    while time < now, let edge = scratch.way.edge(from: node, rest: rest, cameFrom: previous) {
      let weight = places.network.weight(of: edge)
      rest = rest - weight
      previous = node
      node = places.network.head[edge]
      move(over: weight, to: places.turningPoint(after: edge) ?? destination)
    }
    self.rest = rest
    if rest == .zero { place = destination }
  }

  private mutating func move(over weight: PathWeight, to place: PlaceID) {
    time += weight.duration
    driven += weight.length
    self.place = place
  }
}
