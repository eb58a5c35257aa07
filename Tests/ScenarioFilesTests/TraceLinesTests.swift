import Foundation
import Journal
import Mobility
import ScenarioFiles
import Testing

@Suite("Traces have one canonical text")
struct TraceLinesTests {
  private typealias Writer = (Trace, (Span<UInt8>) -> Void) -> Void

  private static func text(_ trace: Trace, by write: Writer = TraceCodec.write) -> String {
    var bytes: [UInt8] = []
    write(trace) { piece in
      for k in piece.indices { bytes.append(piece[k]) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let (van, request) = (VehicleID(7), RequestID(12))
  private static let (a, b) = (PlaceID(3), PlaceID(450))

  /// An event of each kind, its members in the text and its columns in that of version 1.
  private static let events: [(Event, members: String, columns: String)] = {
    let promise = Promise(
      boarding: Instant(milliseconds: 36_000_001),
      terms: Terms(
        request: request, riders: 2, load: Load(seats: 1, wheelchairs: 1), boarding: .seconds(15),
        pickup: a, dropoff: b, walk: .seconds(90), ready: Instant(hour: 9),
        latestBoarding: Instant(hour: 11), earliestArrival: Instant(hour: 10, minute: 50),
        latestArrival: .distantFuture, rideLimit: .unlimited, direct: .minutes(5)))
    let stops = [
      TimedStop(Stop(.dropoff, of: RequestID(4), at: b), at: Instant(milliseconds: -5)),
      TimedStop(Stop(.pickup, of: request, at: a), at: Instant(milliseconds: 36_000_001)),
    ]
    return [
      (.onDuty(van, at: a), #""on_duty","vehicle":7,"at":3"#, "on_duty,7,,,3,,,,,,,,,,,"),
      (.booked(request), #""booked","request":12"#, "booked,,12,,,,,,,,,,,,,"),
      (
        .refused(request, .seats), #""refused","request":12,"reason":"seats""#,
        "refused,,12,,,,,,,,,,,,,seats"
      ),
      (
        .accepted(request, by: van, promise),
        #""accepted","request":12,"vehicle":7,"promised_ms":36000001,"riders":2,"seats":1,"#
          + #""wheelchairs":1,"goods":0,"boarding_ms":15000,"from":3,"to":450,"walk_ms":90000,"#
          + #""ready_ms":32400000,"latest_boarding_ms":39600000,"earliest_arrival_ms":39000000,"#
          + #""latest_arrival_ms":1073741823,"ride_limit_ms":536870911,"direct_ms":300000"#,
        "accepted,7,12,3,450,,2,15000,90000,32400000,36000001,39600000,1073741823,536870911,300000,"
      ),
      (
        .reassigned(request, to: van), #""reassigned","request":12,"vehicle":7"#,
        "reassigned,7,12,,,,,,,,,,,,,"
      ),
      (
        .replanned(van, stops),
        #""replanned","vehicle":7,"stops":[{"dropoff":4,"at":450,"time_ms":-5},"#
          + #"{"pickup":12,"at":3,"time_ms":36000001}]"#, "replanned,7,,,,,,,,,,,,,,"
      ),
      (.replanned(van, []), #""replanned","vehicle":7,"stops":[]"#, "replanned,7,,,,,,,,,,,,,,"),
      (.halted(van, at: a), #""halted","vehicle":7,"at":3"#, "halted,7,,,3,,,,,,,,,,,"),
      (
        .repositioned(van, to: b), #""repositioned","vehicle":7,"at":450"#,
        "repositioned,7,,,450,,,,,,,,,,,"
      ),
      (
        .departed(van, from: a, to: b), #""departed","vehicle":7,"from":3,"to":450"#,
        "departed,7,,3,450,,,,,,,,,,,"
      ),
      (
        .diverted(van, at: a, to: b), #""diverted","vehicle":7,"from":3,"to":450"#,
        "diverted,7,,3,450,,,,,,,,,,,"
      ),
      (
        .arrived(van, at: b, driven: Meters(1250)),
        #""arrived","vehicle":7,"at":450,"driven_m":1250"#, "arrived,7,,,450,1250,,,,,,,,,,"
      ),
      (
        .boarded(request, on: van, at: a), #""boarded","request":12,"vehicle":7,"at":3"#,
        "boarded,7,12,,3,,,,,,,,,,,"
      ),
      (
        .alighted(request, from: van, at: b), #""alighted","request":12,"vehicle":7,"at":450"#,
        "alighted,7,12,,450,,,,,,,,,,,"
      ),
      (.offDuty(van, at: a), #""off_duty","vehicle":7,"at":3"#, "off_duty,7,,,3,,,,,,,,,,,"),
    ]
  }()

  private static var trace: Trace {
    Trace(day: 10, records: events.map { Record(Instant(milliseconds: -1_000_200), $0.0) })
  }

  @Test("each event has its members, in order and all of them")
  func members() throws {
    let text = Self.text(Self.trace)
    let lines = Self.events.map {
      #"{"day":10,"time_ms":-1000200,"event":"# + $0.members + "}\n"
    }
    #expect(text == lines.joined())
    #expect(try TraceCodec.traces(in: text) == [Self.trace])
    #expect(Set(Self.events.map(\.0.parts.kind)).count == Event.Kind.allCases.count)
    for line in lines {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test("version 1 has a column for each, and the others are empty")
  func columns() throws {
    let text = Self.text(Self.trace, by: TraceColumns.write)
    let lines = Self.events.map { "10,-1000200,\($0.columns)\n" }
    #expect(text == lines.joined())
    for line in lines { #expect(line.count { $0 == "," } == 17) }
  }

  /// The first line that is no record, from 1.
  private static func malformed(_ text: String) -> Int? {
    do {
      _ = try TraceCodec.traces(in: text)
      return nil
    } catch { return error.line }
  }

  @Test("a line with anything left out, put in or changed in form is none")
  func malformed() throws {
    let lines = Self.text(Self.trace).split(separator: "\n").map(String.init)
    for (number, line) in zip(1..., lines) {
      for position in line.indices where line[position] != "-" {
        // A number with a digit less is another number.
        for other in line[position].isNumber ? ["x", " "] : ["", "x", " "] {
          var changed = lines
          changed[number - 1].replaceSubrange(position...position, with: other)
          let found = Self.malformed(changed.joined(separator: "\n") + "\n")
          #expect(found == number, "\(changed[number - 1])")
        }
      }
    }
  }

  @Test(
    "numbers are written in one way",
    arguments: ["01", "+1", "-0", "1.0", "1e3", "99999999999999999999", "2147483648", ""])
  func forms(number: String) {
    let line = #"{"day":0,"time_ms":"# + number + #","event":"booked","request":1}"# + "\n"
    #expect(Self.malformed(line) == 1)
  }

  @Test("every line ends, and none is empty")
  func ends() {
    let line = #"{"day":0,"time_ms":1,"event":"booked","request":1}"#
    #expect(Self.malformed(line + "\n" + line + "\n") == nil)
    #expect(Self.malformed(line + "\n\n" + line + "\n") == 2)
    #expect(Self.malformed(line + "\n\n") == 2)
  }

  @Test(
    "numbers of any length are written as Swift writes them",
    arguments: [0, 1, 9, 10, 99, 100, -1, -10, 2_147_483_647, -2_147_483_648] as [Int32])
  func numbers(time: Int32) {
    let trace = Trace(
      day: .max, records: [Record(Instant(milliseconds: time), .booked(RequestID(4_294_967_295)))])
    let largest = #"{"day":9223372036854775807,"time_ms":"#
    #expect(
      Self.text(trace) == largest + "\(time)" + #","event":"booked","request":4294967295}"# + "\n")
    #expect(
      Self.text(trace, by: TraceColumns.write)
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
    #expect(digest.values.lines == SHA256.hexadecimal(of: Data(text)))
    #expect(file.digests == digest.values)
    let columns = traces.map { Self.text($0, by: TraceColumns.write) }.joined()
    #expect(digest.values.columns == SHA256.hexadecimal(of: Data(columns.utf8)))
  }
}
