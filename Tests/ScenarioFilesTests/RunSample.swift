import Foundation
import Journal
import Mobility
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import TestSupport

/// The results of a made-up run of the sample town.
struct RunSample {
  let snapshot: InputsSnapshot
  let traces: [Trace]
  let manifest: Manifest

  init(seed: UInt64 = 7) throws {
    let scenario = try TemporaryFolder(TownSample.files).read("town.yaml")
    snapshot = InputsSnapshot(
      scenario,
      days: [
        InputsSnapshot.Day(number: 0, bookings: Self.bookings),
        InputsSnapshot.Day(number: 1, bookings: []),
      ])
    traces = [
      Trace(
        day: 0,
        records: [
          Record(Instant(hour: 9), .onDuty(VehicleID(0), at: PlaceID(0))),
          Record(Instant(hour: 9), .booked(RequestID(0))),
          Record(Instant(hour: 9), .refused(RequestID(0), .seats)),
        ]),
      Trace(
        day: 1, records: [Record(Instant(hour: 9), .onDuty(VehicleID(0), at: PlaceID(0)))]),
    ]
    let digests = TraceFile(traces).digests
    manifest = Manifest(
      scenario: scenario.name, title: scenario.title,
      scenarioDigest: snapshot.digest(strategies: scenario.strategies), seed: seed,
      days: scenario.days, noriaiVersion: "0.1.0", traceVersion: TraceCodec.version,
      travelTimes: scenario.travelTimes.backend,
      runs: scenario.strategies.map {
        Manifest.Run(settings: $0, digests: digests)
      },
      remarks: [Text(english: "Synthetic.", japanese: "架空のもの。")])
  }

  var contents: [(path: String, bytes: Data)] {
    snapshot.files + [
      (TraceFile.path(of: "batch"), TraceFile(traces).bytes),
      (TraceFile.path(of: "greedy"), TraceFile(traces).bytes),
    ]
  }

  private static let bookings = [
    Booking(
      request: Request(
        id: RequestID(0), booked: Instant(milliseconds: -1000), desired: Instant(hour: 9),
        arriveBy: Instant(hour: 10), riders: 2, boarding: .seconds(15),
        pickups: [
          Access(place: PlaceID(0), walk: .seconds(30), distance: Meters(40)),
          Access(place: PlaceID(1), walk: .seconds(90), distance: Meters(120)),
        ], dropoffs: []),
      origin: Coordinate(latitude: 34.1, longitude: 0.1 + 0.2),
      destination: Coordinate(latitude: 1e-7, longitude: -135), channel: .phone, age: "70+",
      purpose: " a \"quoted\", purpose\nof two lines", originZone: " 一丁 ", destinationZone: ""),
    Booking(
      request: Request(
        id: RequestID(1), booked: Instant(hour: 9), desired: Instant(hour: 9),
        boarding: .zero, pickups: [Access(place: PlaceID(0))],
        dropoffs: [Access(place: PlaceID(1))]),
      origin: Coordinate(latitude: 34, longitude: 135),
      destination: Coordinate(latitude: 34.5, longitude: 135.5), channel: .app, age: "",
      purpose: "", originZone: "", destinationZone: "二丁"),
  ]
}
