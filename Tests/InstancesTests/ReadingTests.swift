import Foundation
import Instances
import Mobility
import RoadNetwork
import ScenarioFiles
import TestSupport
import Testing

@Suite("Reading benchmarks")
struct ReadingTests {
  @Test(
    "the common layout: seconds, metres, places that are nodes, and a wait that ends on arrival")
  func common() throws {
    let folder = try TemporaryFolder(SmallInstances.common)
    let instance = try folder.read()
    #expect(instance.layout == .common)
    #expect(instance.name == FilePath.name(of: folder.path))
    #expect(instance.network.nodeCount == 3)
    #expect(instance.network.duration.values.allSatisfy { $0 == .seconds(10) })
    #expect(instance.network.length.values.allSatisfy { $0 == Meters(100) })
    let first = instance.network.coordinates[NodeID(0)]
    let last = instance.network.coordinates[NodeID(2)]
    #expect(abs(first.distance(to: last) - 200) < 1e-6)

    let van = instance.vehicles[VehicleID(0)]
    #expect(van.start == PlaceID(2))
    #expect(van.end == nil)
    #expect(van.cabin.seats == 8)
    let request = instance.requests[RequestID(0)]
    #expect(request.booked == Instant(milliseconds: 5000))
    #expect(request.desired == request.booked)
    #expect(request.riders == 3)
    #expect(request.boarding == .zero)
    #expect(request.pickups == [Access(place: PlaceID(0))])
    #expect(request.dropoffs == [Access(place: PlaceID(2))])
    #expect(instance.tripsOfNoLength == 1)
    #expect(instance.rules.refusal(of: instance.requests[RequestID(1)]) == .samePlace)

    // Boarding begins a halt after the arrival that 600 s of waiting end at.
    #expect(instance.rules.maximumWait == .seconds(630))
    #expect(instance.rules.halt == .seconds(30))
    #expect(instance.rules.rideLimit(direct: .seconds(100)) == .seconds(165))
    #expect(instance.rules.limits == .hard)
    #expect(instance.rules.diversion)
    let ready = Instant(milliseconds: 5000)
    func wait(_ boarding: Int32) -> TimeSpan {
      instance.wait(from: ready, boarding: ready + .seconds(boarding), departure: .distantFuture)
    }
    #expect(wait(70) == .seconds(40))
    #expect(wait(10) == .zero)
  }

  @Test("KaRRi's layout: locations are edges, whatever order the network keeps them in")
  func karri() throws {
    let instance = try TemporaryFolder(SmallInstances.karri).read()
    #expect(instance.layout == .karri)
    #expect(instance.reference == nil)
    /// By the time that is each edge's own.
    func place(_ tenths: Int32) throws -> PlaceID {
      let edges = instance.network.duration.ids
      let edge = edges.first { instance.network.duration[$0].milliseconds == 100 * tenths }
      return PlaceID(try #require(edge).index)
    }
    #expect(try place(105) == PlaceID(0), "edge 4 comes first: it leaves node 0")
    #expect(instance.vehicles[VehicleID(0)].start == (try place(104)))
    #expect(instance.requests[RequestID(0)].pickups[0].place == (try place(101)))
    #expect(instance.requests[RequestID(0)].dropoffs[0].place == (try place(105)))
    #expect(instance.requests[RequestID(1)].pickups[0].place == (try place(106)))
    #expect(instance.requests[RequestID(1)].dropoffs[0].place == (try place(102)))
    #expect(instance.vehicles[VehicleID(0)].shift.closes == Instant(hour: 20))
    #expect(instance.rules.maximumWait == .seconds(300))
    #expect(instance.rules.rideLimit(direct: .seconds(100)) == .seconds(290))
    #expect(instance.rules.limits == .soft)
    #expect(instance.weights == Preset.karri.weights)
    let ready = Instant(milliseconds: 6000)
    let wait = instance.wait(from: ready, boarding: .distantPast, departure: ready + .seconds(70))
    #expect(wait == .seconds(70))
    let length = instance.network.length[EdgeID(0)]
    #expect(length == Meters(111), "0.001 degrees of latitude from node 0 to node 2")
  }

  @Test("drives between KaRRi's locations end over the edge of the destination")
  func karriDrives() throws {
    let instance = try TemporaryFolder(SmallInstances.karri).read()
    let times = instance.travelTimes { RoutingIndex($0) }
    let request = instance.requests[RequestID(0)]
    let direct = times.drive(
      from: request.pickups[0].place, to: request.dropoffs[0].place, departing: request.desired)
    // From node 1, where edge 0 ends, to node 0, and over edge 4: 10.3 s + 10.5 s.
    #expect(direct == TimeSpan(milliseconds: 20_800))
  }

  @Test("KaRRi's decisions are found by request, and their order is kept")
  func reference() throws {
    let files = SmallInstances.karri.merging(SmallInstances.expectations) { $1 }
    let reference = try #require(try TemporaryFolder(files).read().reference)
    #expect(reference.order == [RequestID(1), RequestID(0)])
    let assignment = reference.assignments[RequestID(1)]
    #expect(assignment.pickupPosition == 0)
    #expect(assignment.dropoffPosition == 1)
    #expect(assignment.direct == TimeSpan(milliseconds: 20_800))
    #expect(assignment.driveToPickup == TimeSpan(milliseconds: 21_200))
    #expect(assignment.driveFromPickup == TimeSpan(milliseconds: 700))
    #expect(assignment.driveToDropoff == TimeSpan(milliseconds: 20_800))
    #expect(assignment.driveFromDropoff == TimeSpan(milliseconds: 900))
    #expect(assignment.cost == .seconds(300))
    let service = reference.service[RequestID(0)]
    #expect(service.arrival == Instant(milliseconds: 100_000))
    #expect(service.wait == .seconds(70))
    #expect(service.ride == TimeSpan(milliseconds: 20_700))
    #expect(service.cost == .seconds(200))
  }

  @Test("taxi trips start and end at the nearest node that reaches all others")
  func manhattan() throws {
    let folder = try TemporaryFolder(SmallInstances.manhattan)
    let instance = try folder.read()
    #expect(instance.layout == .manhattan)
    #expect(instance.network.nodeCount == 2)
    #expect(instance.unconnectedNodes == 1)
    #expect(instance.network.duration.values.map(\.milliseconds) == [121_400, 120_500])
    #expect(instance.network.length.values.map(\.count) == [1500, 1501])
    #expect(instance.vehicles.count == 1)
    #expect(instance.vehicles[VehicleID(0)].start == PlaceID(1), "node 99 is left out")
    #expect(instance.vehicles[VehicleID(0)].cabin.seats == 4)
    #expect(instance.requests.count == 2)
    #expect(instance.requests[RequestID(0)].dropoffs == [Access(place: PlaceID(1))])
    #expect(instance.requests[RequestID(1)].booked == Instant(hour: 8, minute: 30, second: 1))
    #expect(instance.requests[RequestID(1)].riders == 2)
    #expect(instance.tripsOfNoLength == 1)
    #expect(instance.rules.maximumWait == .seconds(330))

    let other = try folder.read("nyc_3.csv")
    #expect(other.vehicles.count == 3)
    #expect(other.name == instance.name + "-nyc_3")
  }

  @Test("a preset changes limits and weights, not how long riders may wait")
  func presets() throws {
    var instance = try TemporaryFolder(SmallInstances.common).read()
    let before = (rules: instance.rules, weights: instance.weights)
    instance.adopt(.karri)
    #expect(instance.rules.limits == .soft)
    #expect(instance.weights.operation == 1000)
    #expect(instance.weights.driving == 0)
    #expect(instance.rules.maximumWait == before.rules.maximumWait)
    instance.adopt(.hard)
    #expect(instance.rules == before.rules)
    #expect(instance.weights == before.weights)
  }
}
