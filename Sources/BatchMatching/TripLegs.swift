import Dispatching
import Mobility
import RoadNetwork

/// The places of one vehicle's parties, numbered from 0, with the drives between them.
///
/// A drive is looked up once, at its first question.
struct TripLegs {
  /// The place where the vehicle is next free to turn.
  static let anchor = 0

  private let service: Service
  private let vehicle: Vehicle
  private let departing: Instant
  private let places: ContiguousArray<PlaceID>
  /// Numbers of the places of each party.
  let pickups: ContiguousArray<Int>
  let dropoffs: ContiguousArray<Int>
  /// From the pick-up of each party straight to its drop-off and home.
  private(set) var errands: ContiguousArray<TimeSpan> = []
  /// Row-major, the drive home last in each row; negative where it has not been asked for.
  private var drives: ContiguousArray<TimeSpan>
  private static let unknown = TimeSpan(milliseconds: -1)

  init(_ parties: Parties, of state: VehicleState, in service: Service) {
    self.service = service
    vehicle = state.vehicle
    departing = state.anchor.leaves
    var places: ContiguousArray = [state.anchor.place]
    func number(_ place: PlaceID) -> Int {
      if let known = places.firstIndex(of: place) { return known }
      places.append(place)
      return places.count - 1
    }
    pickups = ContiguousArray(parties.terms.map { number($0.pickup) })
    dropoffs = ContiguousArray(parties.terms.map { number($0.dropoff) })
    drives = .init(repeating: Self.unknown, count: places.count * (places.count + 1))
    self.places = places
    errands = ContiguousArray(
      parties.terms.indices.map { parties.terms[$0].direct + homeward(from: dropoffs[$0]) })
  }

  @inline(__always)
  mutating func drive(from origin: Int, to destination: Int) -> TimeSpan {
    let entry = origin * (places.count + 1) + destination
    if drives[entry].milliseconds < 0 {
      drives[entry] = service.travelTimes.drive(
        from: places[origin], to: places[destination], departing: departing)
    }
    return drives[entry]
  }

  /// The drive that ends the vehicle's shift.
  @inline(__always)
  mutating func homeward(from place: Int) -> TimeSpan {
    let entry = place * (places.count + 1) + places.count
    if drives[entry].milliseconds < 0 {
      drives[entry] = service.homeward(vehicle, from: places[place], departing: departing)
    }
    return drives[entry]
  }
}
