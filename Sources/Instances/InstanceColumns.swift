import Mobility
import RoadNetwork
import ScenarioFiles

/// An instance as columns of numbers, which are read much faster than text.
///
/// What follows from the layout is left out.
enum InstanceColumns {
  static func bytes(of instance: Instance) -> ColumnBytes {
    var columns = ColumnBytes()
    let limits = instance.limits
    let heading: ContiguousArray<Int32> = [
      limits.maximumWait.milliseconds, limits.rideFactorThousandths,
      limits.rideAllowance.milliseconds, limits.halt.milliseconds,
      Int32(instance.unconnectedNodes), instance.reference == nil ? 0 : 1,
    ]
    columns.append(heading)
    let network = instance.network
    columns.append(ContiguousArray(network.coordinates.values.map(\.latitude)))
    columns.append(ContiguousArray(network.coordinates.values.map(\.longitude)))
    columns.append(network.firstOut)
    columns.append(network.head.values) { Int32($0.index) }
    columns.append(network.duration.values) { $0.milliseconds }
    columns.append(network.length.values) { $0.count }

    let vehicles = instance.vehicles.values
    columns.append(vehicles) { Int32($0.start.index) }
    columns.append(vehicles) { Int32($0.cabin.seats) }
    columns.append(vehicles) { $0.shift.opens.milliseconds }
    columns.append(vehicles) { $0.shift.closes.milliseconds }

    let requests = instance.requests.values
    columns.append(requests) { $0.desired.milliseconds }
    columns.append(requests) { Int32($0.riders) }
    columns.append(requests) { Int32($0.pickups[0].place.index) }
    columns.append(requests) { Int32($0.dropoffs[0].place.index) }
    if let reference = instance.reference { append(reference, to: &columns) }
    return columns
  }

  private static func append(_ reference: KaRRiReference, to columns: inout ColumnBytes) {
    columns.append(ContiguousArray(reference.order)) { Int32($0.index) }
    let assignments = reference.assignments.values
    columns.append(assignments) { Int32($0.vehicle.index) }
    columns.append(assignments) { Int32($0.pickupPosition) }
    columns.append(assignments) { Int32($0.dropoffPosition) }
    columns.append(assignments) { $0.direct.milliseconds }
    columns.append(assignments) { $0.driveToPickup.milliseconds }
    columns.append(assignments) { $0.driveFromPickup.milliseconds }
    columns.append(assignments) { $0.driveToDropoff.milliseconds }
    columns.append(assignments) { $0.driveFromDropoff.milliseconds }
    columns.append(assignments) { $0.cost.milliseconds }
    let service = reference.service.values
    columns.append(service) { $0.arrival.milliseconds }
    columns.append(service) { $0.wait.milliseconds }
    columns.append(service) { $0.ride.milliseconds }
    columns.append(service) { $0.cost.milliseconds }
  }

  /// `nil` where the columns are others than `bytes` gave.
  static func instance(in columns: ColumnReader, from source: InstanceSource) -> Instance? {
    var columns = columns
    guard let heading = columns.numbers(), heading.count == 6,
      let network = network(in: &columns), let vehicles = vehicles(in: &columns),
      let requests = requests(in: &columns)
    else { return nil }
    var reference: KaRRiReference?
    if heading[5] == 1 {
      reference = self.reference(in: &columns)
      if reference == nil { return nil }
    }
    guard columns.isAtEnd else { return nil }
    let limits = InstanceLimits(
      maximumWait: TimeSpan(milliseconds: heading[0]), rideFactorThousandths: heading[1],
      rideAllowance: TimeSpan(milliseconds: heading[2]), halt: TimeSpan(milliseconds: heading[3]))
    return Instance(
      name: source.name, layout: source.layout, network: network, limits: limits,
      vehicles: vehicles, requests: requests, reference: reference,
      unconnectedNodes: Int(heading[4]))
  }

  private static func network(in columns: inout ColumnReader) -> RoadNetwork? {
    guard let latitudes: ContiguousArray<Double> = columns.next(),
      let longitudes: ContiguousArray<Double> = columns.next(), let firstOut = columns.numbers(),
      let heads = columns.numbers(), let durations = columns.numbers(),
      let lengths = columns.numbers(), latitudes.count == longitudes.count,
      firstOut.count == latitudes.count + 1
    else { return nil }
    let coordinates = zip(latitudes, longitudes).map { Coordinate(latitude: $0, longitude: $1) }
    var roads = ContiguousArray<RoadNetwork.Road>()
    roads.reserveCapacity(heads.count)
    for tail in latitudes.indices {
      for edge in Int(firstOut[tail])..<Int(firstOut[tail + 1]) {
        roads.append(
          RoadNetwork.Road(
            from: NodeID(tail), to: NodeID(Int(heads[edge])),
            duration: TimeSpan(milliseconds: durations[edge]), length: Meters(lengths[edge]),
            roadClass: .local))
      }
    }
    return RoadNetwork(coordinates: Column(coordinates), roads: roads)
  }

  private static func vehicles(in columns: inout ColumnReader) -> Column<Vehicle, Vehicle>? {
    guard let starts = columns.numbers(), let seats = columns.numbers(),
      let opens = columns.numbers(), let closes = columns.numbers()
    else { return nil }
    return Column(
      starts.indices.map { k in
        let shift = TimeWindow(
          opens: Instant(milliseconds: opens[k]), closes: Instant(milliseconds: closes[k]))
        return Vehicle(
          id: VehicleID(k), start: PlaceID(Int(starts[k])), end: nil,
          cabin: Cabin(seats: Int(seats[k])),
          shift: shift)
      })
  }

  private static func requests(in columns: inout ColumnReader) -> Column<Request, Request>? {
    guard let times = columns.numbers(), let riders = columns.numbers(),
      let pickups = columns.numbers(), let dropoffs = columns.numbers()
    else { return nil }
    return Column(
      times.indices.map { k in
        Request(
          RequestID(k), at: Instant(milliseconds: times[k]), riders: Int(riders[k]),
          from: PlaceID(Int(pickups[k])), to: PlaceID(Int(dropoffs[k])))
      })
  }

  private static func reference(in columns: inout ColumnReader) -> KaRRiReference? {
    guard let order = columns.numbers() else { return nil }
    let numbers = (0..<13).compactMap { _ in columns.numbers() }
    guard numbers.count == 13 else { return nil }
    func span(_ column: Int, _ row: Int) -> TimeSpan {
      TimeSpan(milliseconds: numbers[column][row])
    }
    return KaRRiReference(
      order: order.map { RequestID(Int($0)) },
      assignments: Column(
        numbers[0].indices.map { k in
          KaRRiReference.Assignment(
            vehicle: VehicleID(Int(numbers[0][k])), pickupPosition: Int(numbers[1][k]),
            dropoffPosition: Int(numbers[2][k]), direct: span(3, k), driveToPickup: span(4, k),
            driveFromPickup: span(5, k), driveToDropoff: span(6, k),
            driveFromDropoff: span(7, k), cost: span(8, k))
        }),
      service: Column(
        numbers[9].indices.map { k in
          KaRRiReference.Service(
            arrival: Instant(milliseconds: numbers[9][k]), wait: span(10, k), ride: span(11, k),
            cost: span(12, k))
        }))
  }
}

extension ColumnBytes {
  fileprivate mutating func append<Value>(
    _ values: ContiguousArray<Value>, number: (Value) -> Int32
  ) {
    append(ContiguousArray(values.map(number)))
  }
}

extension ColumnReader {
  fileprivate mutating func numbers() -> ContiguousArray<Int32>? { next() }
}
