import Foundation
import Journal
import Mobility
import ScenarioFiles
import Testing

@Suite("Traces have one canonical text")
struct TraceLinesTests {
  private static func bytes(_ trace: Trace) -> [UInt8] {
    var bytes: [UInt8] = []
    TraceCodec.write(trace) { piece in
      for k in piece.indices { bytes.append(piece[k]) }
    }
    return bytes
  }

  @Test("each event has its columns, and the others are empty")
  func columns() throws {
    let (van, request, a, b) = (VehicleID(7), RequestID(12), PlaceID(3), PlaceID(450))
    let promise = Promise(
      boarding: Instant(milliseconds: 36_000_001),
      terms: Terms(
        request: request, riders: 2, load: Load(seats: 2), boarding: .seconds(15), pickup: a,
        dropoff: b,
        walk: .seconds(90), ready: Instant(hour: 9), latestBoarding: Instant(hour: 11),
        latestArrival: .distantFuture, rideLimit: .unlimited, direct: .minutes(5)))
    let events: [(Event, String)] = [
      (.onDuty(van, at: a), "on_duty,7,,,3,,,,,,,,,,,"),
      (.booked(request), "booked,,12,,,,,,,,,,,,,"),
      (.refused(request, .seats), "refused,,12,,,,,,,,,,,,,seats"),
      (
        .accepted(request, by: van, promise),
        "accepted,7,12,3,450,,2,15000,90000,32400000,36000001,39600000,1073741823,536870911,300000,"
      ),
      (.reassigned(request, to: van), "reassigned,7,12,,,,,,,,,,,,,"),
      (.replanned(van), "replanned,7,,,,,,,,,,,,,,"),
      (.halted(van, at: a), "halted,7,,,3,,,,,,,,,,,"),
      (.repositioned(van, to: b), "repositioned,7,,,450,,,,,,,,,,,"),
      (.departed(van, from: a, to: b), "departed,7,,3,450,,,,,,,,,,,"),
      (.diverted(van, at: a, to: b), "diverted,7,,3,450,,,,,,,,,,,"),
      (.arrived(van, at: b, driven: Meters(1250)), "arrived,7,,,450,1250,,,,,,,,,,"),
      (.boarded(request, on: van, at: a), "boarded,7,12,,3,,,,,,,,,,,"),
      (.alighted(request, from: van, at: b), "alighted,7,12,,450,,,,,,,,,,,"),
      (.offDuty(van, at: a), "off_duty,7,,,3,,,,,,,,,,,"),
    ]
    let trace = Trace(
      day: 10, records: events.map { Record(Instant(milliseconds: -1_000_200), $0.0) })
    let text = String(decoding: Self.bytes(trace), as: UTF8.self)
    let lines = events.map { "10,-1000200,\($0.1)\n" }
    #expect(text == lines.joined())
    for line in lines {
      #expect(line.count { $0 == "," } == TraceCodec.heading.count { $0 == "," })
    }
    #expect(try TraceCodec.traces(in: text) == [trace])
  }

  @Test(
    "numbers of any length are written as Swift writes them",
    arguments: [0, 1, 9, 10, 99, 100, -1, -10, 2_147_483_647, -2_147_483_648] as [Int32])
  func numbers(time: Int32) {
    let trace = Trace(
      day: .max, records: [Record(Instant(milliseconds: time), .booked(RequestID(4_294_967_295)))])
    #expect(
      String(decoding: Self.bytes(trace), as: UTF8.self)
        == "9223372036854775807,\(time),booked,,4294967295,,,,,,,,,,,,,\n")
  }

  @Test("a long day comes in whole lines of at most 64 kB, and its digest is that of its file")
  func pieces() throws {
    let records = (0..<20_000).map { k in
      Record(
        Instant(milliseconds: Int32(k * k)),
        k.isMultiple(of: 3)
          ? .booked(RequestID(k)) : .departed(VehicleID(k), from: PlaceID(k / 2), to: PlaceID(k)))
    }
    let traces = [Trace(day: 0, records: records), Trace(day: 1), Trace(day: 2, records: records)]
    var sizes: [Int] = []
    TraceCodec.write(traces[0]) { piece in
      sizes.append(piece.count)
      #expect(piece[piece.count - 1] == UInt8(ascii: "\n"))
    }
    #expect(sizes.count > 5)
    #expect(sizes.allSatisfy { (1...65_536).contains($0) })
    TraceCodec.write(traces[1]) { _ in Issue.record("a day without records has no lines") }

    var digest = TraceDigest()
    for trace in traces { digest.add(trace) }
    let file = TraceFile(traces)
    let text = try Gzip.decompress(file.bytes).dropFirst(TraceCodec.heading.utf8.count)
    #expect(text.count { $0 == UInt8(ascii: "\n") } == 40_000)
    #expect(digest.hexadecimal == SHA256.hexadecimal(of: Data(text)))
    #expect(file.digest == digest.hexadecimal)
  }
}
