import Foundation
import Mobility
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("A sound scenario is read as it stands")
struct ScenarioReaderTests {
  @Test("a scenario on a grid")
  func grid() throws {
    let scenario = try TemporaryFolder(["s.yaml": Samples.scenario]).read()
    #expect(scenario.title == Text(english: "Tiny", japanese: "小さな町"))
    #expect(scenario.network.nodeCount == 9)
    #expect(scenario.places.values.map { $0.key } == ["clinic", "shop", "depot"])
    #expect(scenario.places.values.map { $0.place.node.index } == [0, 5, 4])
    #expect(scenario.places.values.map { $0.latinName } == ["Clinic", nil, nil])
    #expect(scenario.places.values.map { $0.servesRiders } == [true, true, false])
    #expect(
      scenario.travelTimes.drive(
        from: PlaceID(0), to: PlaceID(1), departing: Instant(hour: 9)) == .seconds(30))
    #expect(scenario.vehicleNames.values == ["van 1", "van 2"])
    #expect(scenario.vehicles.values.map { $0.end } == [PlaceID(2), PlaceID(2)])
    #expect(scenario.rules.promiseTolerance == .minutes(10))
    #expect(scenario.refusalWait == .minutes(60))
    #expect(scenario.weights == Weights())
  }

  @Test("a listed request between stops needs no walk")
  func listedRequest() throws {
    let scenario = try TemporaryFolder(["s.yaml": Samples.scenario]).read()
    guard case .listed(let bookings) = scenario.demand else { throw Unexpected() }
    #expect(
      bookings.map { $0.request } == [
        Request(
          id: RequestID(0), booked: Instant(hour: 9), desired: Instant(hour: 9, minute: 10),
          riders: 2, boarding: .seconds(10), pickups: [Access(place: PlaceID(0))],
          dropoffs: [Access(place: PlaceID(1))])
      ])
  }

  @Test("who must arrive by a time wants to leave early enough for the longest wait and ride")
  func arriveBy() throws {
    let text = Samples.scenario(
      "desired: \"09:10\", from", "arrive_by: \"11:00\", from")
    let scenario = try TemporaryFolder(["s.yaml": text]).read()
    guard case .listed(let bookings) = scenario.demand else { throw Unexpected() }
    // 30 s direct: at most 10 min 45 s aboard after a wait of at most 30 min.
    #expect(bookings[0].request.desired == Instant(hour: 10, minute: 19, second: 15))
    #expect(bookings[0].request.arriveBy == Instant(hour: 11))
  }

  @Test("requests are numbered in the order of booking, also those of the day before")
  func bookingOrder() throws {
    let text = Samples.scenario(
      "demand:", "demand:\n  walking: {choices: 1, detour: 1}\n"
    ).replacing(
      "    - {booked: \"09:00\", desired: \"09:10\", from: clinic, to: shop, riders: 2}",
      with: """
            - {booked: "09:00", desired: "09:10", from: clinic, to: shop, purpose: late}
            - {booked: "-1 18:30", desired: "09:10", from: shop, to: clinic, purpose: early}
        """)
    let scenario = try TemporaryFolder(["s.yaml": text]).read()
    guard case .listed(let bookings) = scenario.demand else { throw Unexpected() }
    #expect(bookings.map { $0.purpose } == ["early", "late"])
    #expect(bookings.map { $0.request.id.index } == [0, 1])
    #expect(bookings[0].request.booked == Instant(milliseconds: -19_800_000))
  }

  @Test("requests from doors walk to the nearest stops within their limit")
  func doors() throws {
    let demand = """
      demand:
        requests: r.csv
        walking: {choices: 2, detour: 1.5}
        ages: [{name: adult, walking_speed: 3.6 km/h, walk_limit: 400 m, boarding: 7 s}]

      """
    let head = Samples.scenario.prefix(while: { _ in true }).components(separatedBy: "demand:")[0]
    let folder = try TemporaryFolder([
      "s.yaml": head + demand + "strategies: {greedy: {}}\n",
      "r.csv": """
      id,booked,desired,from_latitude_deg,from_longitude_deg,to_stop,to_latitude_deg,to_longitude_deg,age,channel
      1,09:00,09:10,34.479,135.49,shop,,,adult,phone
      2,09:00,09:10,34.479,135.49,,34.4,135.4,adult,
      """,
    ])
    let scenario = try folder.read()
    guard case .listed(let bookings) = scenario.demand else { throw Unexpected() }
    // 0.001 degrees are 111.19 m; a detour of 1.5 makes 167 m, at 1 m/s.
    #expect(
      bookings[0].request.pickups == [
        Access(place: PlaceID(0), walk: .seconds(167), distance: Meters(167))
      ])
    #expect(bookings[0].request.dropoffs == [Access(place: PlaceID(1))])
    #expect(bookings[0].request.boarding == .seconds(7))
    #expect(bookings.map { $0.channel } == [.phone, .app])
    #expect(bookings[1].request.dropoffs.isEmpty)
  }

  @Test("a town with tables and a demand model")
  func town() throws {
    let scenario = try TemporaryFolder(TownSample.files).read("town.yaml")
    guard case .synthetic(let model) = scenario.demand else { throw Unexpected() }
    #expect(scenario.places.values.map { $0.place.node.index } == [0, 2])
    #expect(scenario.places[PlaceID(1)].name == "東, 出口")
    #expect(scenario.vehicles.values.map { $0.end } == [nil, PlaceID(1)])
    #expect(scenario.vehicles[VehicleID(1)].shift.closes == Instant(hour: 25, minute: 30))
    #expect(scenario.rules.rideFactorThousandths == 1250)
    #expect(scenario.rules.rideAllowance == .minutes(90))
    #expect(scenario.rules.halt == TimeSpan(milliseconds: 500))
    #expect(scenario.weights == Weights(driving: 500, walk: 1125))
    #expect(model.zones.map { $0.name } == ["一丁"])
    #expect(model.shortestTrip == Meters(500))
    #expect(model.purposes[0].attractions.map { $0.weight } == [20, 20])
    #expect(model.purposes[1].attractions.map { $0.weight } == [40])
    guard case .trains(let trains) = model.purposes[1].timing else { throw Unexpected() }
    #expect(trains.headway == .seconds(450))
    #expect(scenario.strategies.map { $0.id } == ["batch", "greedy"])
    #expect(scenario.strategies[0].choice("trigger") == "interval")
    #expect(scenario.strategies[0].duration("interval") == .seconds(45))
    #expect(scenario.strategies[0].whole("sets") == 3)
    #expect(scenario.strategies[0].flag("swaps") == false)
  }

  @Test("the quickstart scenario is sound")
  func quickstart() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("Scenarios/quickstart.yaml").path
    let scenario = try ScenarioReader.read(path, strategies: Samples.strategies)
    #expect(scenario.places.count == 7)
    #expect(scenario.vehicles.count == 1)
  }

  struct Unexpected: Error {}
}
