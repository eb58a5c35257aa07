public import Mobility

/// What a run was given, as far as the audit needs it: the snapshot of its inputs.
///
/// The requests of each day come beside its trace, as an `AuditedDay`.
public struct AuditInputs: Sendable {
  /// One directed road of the network.
  public struct Road: Hashable, Sendable {
    public let tail: NodeID
    public let head: NodeID
    public let duration: TimeSpan
    public let length: Meters

    public init(from tail: NodeID, to head: NodeID, duration: TimeSpan, length: Meters) {
      self.tail = tail
      self.head = head
      self.duration = duration
      self.length = length
    }
  }

  public let roads: [Road]
  /// The nodes of each place of the service and, after those, where vehicles can be diverted, every
  /// node.
  public let places: Column<Place, [NodeID]>
  private let turningPointsBegin: Int
  /// Where vehicles can be diverted.
  private let roadsInto: [[Road]]
  public let vehicles: Column<Vehicle, Vehicle>
  /// What planners call the vehicles; findings speak of them so.
  public let vehicleNames: Column<Vehicle, String>
  /// What planners call the places of the service, in order; empty where that is not known.
  let placeKeys: [String]
  public let rules: ServiceRules
  /// What a refused rider's wait counts as in `wait_penalised`.
  public let refusalWait: TimeSpan

  /// `places` are those of the service alone.
  ///
  /// A place is every node that lies where its own does, by `points`; nodes without a point stand for
  /// themselves.
  public init(
    roads: [Road], places: Column<Place, NodeID>, points: Column<Node, Coordinate> = Column([]),
    vehicles: Column<Vehicle, Vehicle>, vehicleNames: Column<Vehicle, String>,
    rules: ServiceRules, refusalWait: TimeSpan, placeKeys: [String] = []
  ) {
    precondition(vehicles.count == vehicleNames.count, "not one name for each vehicle")
    precondition(
      vehicles.ids.allSatisfy { vehicles[$0].id == $0 }, "a vehicle's id is not its position")
    self.roads = roads
    roadsInto = rules.diversion ? Self.roadsInto(roads, places) : []
    self.places = Column(
      Self.nodes(of: places, points) + roadsInto.indices.map { [NodeID($0)] })
    turningPointsBegin = places.count
    self.vehicles = vehicles
    self.vehicleNames = vehicleNames
    self.rules = rules
    self.refusalWait = refusalWait
    self.placeKeys = placeKeys
  }

  func key(of place: PlaceID) -> String {
    place.index < placeKeys.count ? placeKeys[place.index] : Wording.place(place)
  }

  /// The node as a place to turn at.
  func turningPoint(_ node: NodeID) -> PlaceID { PlaceID(turningPointsBegin + node.index) }

  func isTurningPoint(_ place: PlaceID) -> Bool { place.index >= turningPointsBegin }

  func roads(into node: NodeID) -> [Road] { roadsInto[node.index] }

  private static func nodes(
    of places: Column<Place, NodeID>, _ points: Column<Node, Coordinate>
  ) -> [[NodeID]] {
    var nodesAt: [Coordinate: [NodeID]] = [:]
    for node in points.ids { nodesAt[points[node], default: []].append(node) }
    return places.values.map { node in
      node.index < points.count ? nodesAt[points[node]] ?? [node] : [node]
    }
  }

  /// By head; its nodes are all that roads or places name.
  private static func roadsInto(
    _ roads: [Road], _ places: Column<Place, NodeID>
  ) -> [[Road]] {
    let last = (roads.flatMap { [$0.tail, $0.head] } + places.values).max()
    var roadsInto = Array(repeating: [Road](), count: last.map { $0.index + 1 } ?? 0)
    for road in roads { roadsInto[road.head.index].append(road) }
    return roadsInto
  }
}
