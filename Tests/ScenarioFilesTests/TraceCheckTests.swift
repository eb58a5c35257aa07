import Foundation
import Journal
import Mobility
import RoadNetwork
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("A trace that others follow is checked as it is read")
struct TraceCheckTests {
  private let folder: TemporaryFolder
  private let sample: RunSample

  init() throws {
    folder = try TemporaryFolder()
    sample = try RunSample()
  }

  private static let morning = [
    Record(Instant(hour: 8), .booked(RequestID(0))),
    Record(Instant(hour: 8), .refused(RequestID(0), .tooFarToWalk)),
    Record(Instant(hour: 9), .onDuty(VehicleID(0), at: PlaceID(0))),
    Record(Instant(hour: 9), .booked(RequestID(1))),
    Record(Instant(hour: 9), .accepted(RequestID(1), by: VehicleID(0), promise())),
    Record(Instant(hour: 9), .replanned(VehicleID(0), [])),
    Record(Instant(hour: 9), .boarded(RequestID(1), on: VehicleID(0), at: PlaceID(0))),
    Record(
      Instant(hour: 9, minute: 1), .departed(VehicleID(0), from: PlaceID(0), to: PlaceID(1))),
    Record(
      Instant(hour: 9, minute: 5), .arrived(VehicleID(0), at: PlaceID(1), driven: Meters(900))),
    Record(
      Instant(hour: 9, minute: 5), .alighted(RequestID(1), from: VehicleID(0), at: PlaceID(1))),
    Record(Instant(hour: 17), .offDuty(VehicleID(0), at: PlaceID(1))),
  ]

  private static func promise(riders: Int = 1, dropoff: Int = 1) -> Promise {
    Promise(
      boarding: Instant(hour: 9),
      terms: Terms(
        request: RequestID(1), riders: riders, load: Load(seats: riders), boarding: .zero,
        pickup: PlaceID(0),
        dropoff: PlaceID(dropoff), walk: .zero, ready: Instant(hour: 9),
        latestBoarding: Instant(hour: 9), latestArrival: .distantFuture, rideLimit: .unlimited,
        direct: .minutes(4)))
  }

  private func problem(_ records: [Record]) throws -> String {
    try problem([Trace(day: 0, records: records + duties(1...1)), quietDay(1)])
  }

  /// Vehicles that come and go.
  private func duties(_ vehicles: ClosedRange<Int>) -> [Record] {
    vehicles.flatMap { vehicle in
      [
        Record(Instant(hour: 18), .onDuty(VehicleID(vehicle), at: PlaceID(0))),
        Record(Instant(hour: 18), .offDuty(VehicleID(vehicle), at: PlaceID(0))),
      ]
    }
  }

  private func quietDay(_ day: Int) -> Trace { Trace(day: day, records: duties(0...1)) }

  private func problem(_ traces: [Trace]) throws -> String {
    let file = TraceFile(traces)
    let manifest = Manifest(
      scenario: sample.manifest.scenario, title: sample.manifest.title,
      scenarioDigest: sample.manifest.scenarioDigest, seed: 7, days: 2, noriaiVersion: "0.1.0",
      traceVersion: TraceCodec.version, travelTimes: .matrix,
      runs: sample.manifest.runs.map {
        Manifest.Run(settings: $0.settings, digests: file.digests)
      }, remarks: [])
    let contents =
      sample.snapshot.files
      + manifest.runs.map { (TraceFile.path(of: $0.settings.id), file.bytes) }
    do throws(InputErrors) {
      try? FileManager.default.removeItem(atPath: folder["r"])
      let results = try ResultFolder.write(contents, manifest: manifest, to: folder["r"])
      _ = try results.days(of: "batch", try results.inputs())
      return ""
    } catch {
      #expect(error.exitCode == 65)
      return folder.text(of: error)
    }
  }

  @Test("one that can be followed passes")
  func sound() throws {
    #expect(try problem(Self.morning) == "")
  }

  /// A record and what it becomes; what is then said of it.
  static let faults: [(position: Int, event: Event?, problem: String)] = [
    (0, .booked(RequestID(9)), "a request of this day in inputs/requests.csv, found 9"),
    (2, .onDuty(VehicleID(99), at: PlaceID(0)), "a vehicle of inputs/vehicles.csv, found 99"),
    (2, .onDuty(VehicleID(0), at: PlaceID(99)), "a place of inputs/places.csv, found 99"),
    (1, .booked(RequestID(0)), "each request booked once, found 0 again"),
    (3, .refused(RequestID(0), .seats), "each request answered once, found 0 again"),
    (4, .reassigned(RequestID(1), to: VehicleID(0)), "a request that is accepted and waits"),
    (
      4, .accepted(RequestID(1), by: VehicleID(0), promise(riders: 2)),
      "the request's 1 riders, found 2"
    ),
    (
      4, .accepted(RequestID(1), by: VehicleID(0), promise(dropoff: 0)),
      "places that the request can walk to, found 0 and 0"
    ),
    (5, .halted(VehicleID(0), at: PlaceID(1)), "a vehicle that stands at place 1"),
    (
      6, .boarded(RequestID(0), on: VehicleID(0), at: PlaceID(0)),
      "a request that waits for this vehicle"
    ),
    (6, .replanned(VehicleID(0), []), "a request that was driven here"),
    (7, .replanned(VehicleID(0), []), "a vehicle on its way to place 1"),
    (
      7, .diverted(VehicleID(0), at: PlaceID(0), to: PlaceID(1)), "a vehicle on the road"
    ),
    (
      8, .arrived(VehicleID(0), at: PlaceID(1), driven: Meters(-1)), "a length of road"
    ),
    (8, .replanned(VehicleID(0), []), "a vehicle that stands at place 1"),
    (9, .replanned(VehicleID(0), []), "an empty vehicle at the end of its duty"),
    (10, nil, "vehicle 0 off duty, found it is not"),
  ]

  @Test("the first record out of place is named with its line", arguments: faults.indices)
  func outOfPlace(index: Int) throws {
    let fault = Self.faults[index]
    var records = Self.morning
    if let event = fault.event {
      records[fault.position] = Record(records[fault.position].time, event)
    } else {
      records.remove(at: fault.position)
    }
    let text = try problem(records)
    #expect(text.contains("trace/batch.jsonl.gz"), "\(text)")
    #expect(text.contains(": expected " + fault.problem), "\(text)")
  }

  @Test("times go forward, and stay near the day")
  func times() throws {
    var records = Self.morning
    records[3] = Record(Instant(hour: 8), records[3].event)
    #expect(
      try problem(records)
        == "r/trace/batch.jsonl.gz:5: day 0: expected records in order of time, found an earlier one"
    )
    records = Self.morning
    records[10] = Record(.distantFuture, records[10].event)
    #expect(
      try problem(records)
        == "r/trace/batch.jsonl.gz:12: day 0: expected a time of the service day "
        + "or near it, found another")
  }

  @Test("days come once each, in the order of the inputs, and no others")
  func days() throws {
    let day = Trace(day: 0, records: Self.morning + duties(1...1))
    #expect(try problem([day, quietDay(1)]) == "")
    let surplus = "expected the days of inputs/days.csv, each once and in order, found day "
    #expect(
      try problem([day, quietDay(1), quietDay(5)])
        == "r/trace/batch.jsonl.gz:19: \(surplus)5")
    #expect(try problem([day, quietDay(1), day]) == "r/trace/batch.jsonl.gz:19: \(surplus)0")
    #expect(
      try problem([day])
        == "r/trace/batch.jsonl.gz: day 1: expected vehicle 0 off duty, found it is "
        + "not")
    #expect(try problem([quietDay(1), day]).contains("day 0: expected vehicle 0 off duty"))
  }
}
