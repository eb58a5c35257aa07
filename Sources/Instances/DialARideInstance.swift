public import ScenarioFiles

/// A dial-a-ride instance in the figures of its file, in Cordeau's format.
///
/// A line of vehicles, requests (or locations without the depot, in the files of 2003), longest route,
/// seats and longest ride; then a line for each location with its number, x, y, service time, load and
/// time window.
public struct DialARideInstance: Hashable, Sendable {
  /// A line of a location.
  public struct Location: Hashable, Sendable {
    public let x, y: Double
    public let service: Double
    /// Seats that are taken; negative where they are given back.
    public let load: Int
    public internal(set) var opens, closes: Double

    func distance(to other: Location) -> Double {
      ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
  }

  /// The name of the file without its ending.
  public let name: String
  public let vehicles, seats: Int
  public let longestRoute, longestRide: Double
  public let requestCount: Int
  /// The depot, the pickups, the dropoffs in the same order, and the depot where routes end: that of
  /// the start where the file has no other.
  public let locations: [Location]

  public init(reading path: String) throws(InputErrors) {
    let findings = Findings()
    let read = Self(path, at: .file(""), findings)
    try findings.check()
    guard let read else { preconditionFailure("a problem was not reported") }
    self = read
  }

  init?(_ path: String, at origin: Origin, _ findings: Findings) {
    guard let file = SourceFile(reading: path, at: origin, field: "", findings: findings)
    else { return nil }
    let lines = file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { NumberLine(file: file, number: $0.offset + 1, text: $0.element) }
      .filter { !$0.text.allSatisfy(\.isWhitespace) }
    guard let first = lines.first else {
      findings.add(at: .file(file.path), "", "expected a dial-a-ride instance, found nothing")
      return nil
    }
    let names = ["vehicles", "requests", "longest route", "seats", "longest ride"]
    guard let heading = first.numbers(names, whole: [0, 1, 3], findings) else { return nil }
    let columns = ["number", "x", "y", "service", "load", "opens", "closes"]
    let read = lines.dropFirst().map { line -> Location? in
      line.numbers(columns, whole: [0, 4], findings).map {
        Location(
          x: $0[1], y: $0[2], service: $0[3], load: Int($0[4]), opens: $0[5], closes: $0[6])
      }
    }
    let locations = read.compactMap(\.self)
    guard locations.count == read.count else { return nil }
    let (count, rest) = (Int(heading[1]), locations.count - 1)
    let requests =
      rest == 2 * count + 1 ? count : rest == count && rest % 2 == 0 ? rest / 2 : nil
    guard let requests, requests > 0, heading[0] > 0, heading[3] > 0 else {
      findings.add(
        at: .text(file, line: first.number, column: 1), "requests",
        "expected \(count) requests or locations, found \(max(rest, 0)) locations beside the depot")
      return nil
    }
    let wrong = (1...requests).first { k in
      let (pickup, dropoff) = (locations[k], locations[k + requests])
      return pickup.load < 1 || dropoff.load != -pickup.load || pickup.opens > pickup.closes
        || dropoff.opens > dropoff.closes || pickup.service != dropoff.service
    }
    if let wrong {
      findings.add(
        at: .file(file.path), "location \(wrong)",
        "expected a load to pick up, the same to let off after as long a service, and windows that "
          + "open before they close")
      return nil
    }
    name = FilePath.name(of: path).split(separator: ".").first.map(String.init) ?? ""
    vehicles = Int(heading[0])
    seats = Int(heading[3])
    longestRoute = heading[2]
    longestRide = heading[4]
    requestCount = requests
    self.locations = rest == 2 * requests ? locations + [locations[0]] : locations
  }
}

/// A line of numbers parted by spaces.
private struct NumberLine {
  let file: SourceFile
  let number: Int
  let text: Substring

  /// Reports another count of numbers, and what is no number, or no whole one in columns `whole`.
  func numbers(_ names: [String], whole: Set<Int>, _ findings: Findings) -> [Double]? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == names.count else {
      findings.add(
        at: .text(file, line: number, column: 1), "",
        "expected \(names.joined(separator: ", ")), found \(words.count) numbers")
      return nil
    }
    let values = words.indices.map { k -> Double? in
      let value = Double(words[k]).flatMap { $0.isFinite && abs($0) < 100_000 ? $0 : nil }
      if let value, !whole.contains(k) || value == value.rounded() { return value }
      let column = text.unicodeScalars.distance(from: text.startIndex, to: words[k].startIndex) + 1
      findings.add(
        at: .text(file, line: number, column: column), names[k],
        "expected a \(value == nil ? "" : "whole ")number, found \"\(words[k])\"")
      return nil
    }
    return values.contains(nil) ? nil : values.compactMap(\.self)
  }
}
