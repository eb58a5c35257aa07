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
    guard let heading = first.numbers(Self.heading, findings) else { return nil }
    let read = lines.dropFirst().enumerated().map { position, line -> Location? in
      guard let numbers = line.numbers(Self.columns, findings) else { return nil }
      guard numbers[0] == Double(position) else {
        line.report(
          0, "number",
          "expected \(position), as locations are numbered in order from 0, found \(Int(numbers[0]))",
          findings)
        return nil
      }
      return Location(
        x: numbers[1], y: numbers[2], service: numbers[3], load: Int(numbers[4]),
        opens: numbers[5], closes: numbers[6])
    }
    let locations = read.compactMap(\.self)
    guard locations.count == read.count else { return nil }
    let (count, rest) = (Int(heading[1]), locations.count - 1)
    let requests =
      rest == 2 * count + 1 ? count : rest == count && rest % 2 == 0 ? rest / 2 : nil
    guard let requests, requests > 0 else {
      findings.add(
        at: .text(file, line: first.number, column: 1), "requests",
        "expected \(count) requests or locations, found \(max(rest, 0)) locations beside the depot")
      return nil
    }
    if let depot = locations.indices.first(where: { k in
      (k == 0 || k > 2 * requests) && locations[k].opens > locations[k].closes
    }) {
      findings.add(
        at: .file(file.path), "location \(depot)",
        "expected a window that opens before it closes")
      return nil
    }
    if let depot = locations.indices.first(where: { k in
      (k == 0 || k > 2 * requests) && (locations[k].load != 0 || locations[k].service != 0)
    }) {
      findings.add(
        at: .file(file.path), "location \(depot)", "expected a depot without load and service")
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

extension DialARideInstance {
  /// Two days, as in the other benchmarks; times of so many minutes are safe to add up.
  private static let longestDay = 2880.0
  /// No route and no ride comes near: no limit at all.
  private static let noLimit = 100_000.0

  fileprivate static let heading = [
    NumberLine.Column("vehicles", 1...10_000, isWhole: true),
    NumberLine.Column("requests", 1...2000, isWhole: true),
    NumberLine.Column("longest route", 0...noLimit),
    NumberLine.Column("seats", 1...10_000, isWhole: true),
    NumberLine.Column("longest ride", 0...noLimit),
  ]

  fileprivate static let columns = [
    NumberLine.Column("number", 0...10_000, isWhole: true),
    NumberLine.Column("x", -1000...1000), NumberLine.Column("y", -1000...1000),
    NumberLine.Column("service", 0...longestDay),
    NumberLine.Column("load", -10_000...10_000, isWhole: true),
    NumberLine.Column("opens", 0...longestDay), NumberLine.Column("closes", 0...longestDay),
  ]
}

/// A line of numbers parted by spaces.
private struct NumberLine {
  struct Column {
    let name: String
    let range: ClosedRange<Double>
    let isWhole: Bool

    init(_ name: String, _ range: ClosedRange<Double>, isWhole: Bool = false) {
      self.name = name
      self.range = range
      self.isWhole = isWhole
    }
  }

  let file: SourceFile
  let number: Int
  let text: Substring

  private var words: [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// Reports another count of numbers, and what is no number of its column.
  func numbers(_ columns: [Column], _ findings: Findings) -> [Double]? {
    let words = words
    guard words.count == columns.count else {
      findings.add(
        at: .text(file, line: number, column: 1), "",
        "expected \(columns.map(\.name).joined(separator: ", ")), found \(words.count) numbers")
      return nil
    }
    let values = zip(words, columns).enumerated().map { position, pair -> Double? in
      let (word, column) = pair
      guard let value = Self.value(of: word), !column.isWhole || value == value.rounded() else {
        let kind = Self.value(of: word) == nil ? "a number" : "a whole number"
        report(position, column.name, "expected \(kind), found \"\(word)\"", findings)
        return nil
      }
      if column.range.contains(value) { return value }
      let isLow = value < column.range.lowerBound
      let bound = Int(isLow ? column.range.lowerBound : column.range.upperBound)
      report(
        position, column.name, "expected at \(isLow ? "least" : "most") \(bound), found \(word)",
        findings)
      return nil
    }
    return values.contains(nil) ? nil : values.compactMap(\.self)
  }

  /// Reports a problem at the word of a position.
  func report(_ position: Int, _ name: String, _ problem: String, _ findings: Findings) {
    let start = words[position].startIndex
    let column = text.unicodeScalars.distance(from: text.startIndex, to: start) + 1
    findings.add(at: .text(file, line: number, column: column), name, problem)
  }

  /// Finite numbers in plain notation.
  private static func value(of word: Substring) -> Double? {
    let isPlain = word.unicodeScalars.allSatisfy { "0123456789+-.eE".unicodeScalars.contains($0) }
    guard isPlain, let value = Double(word), value.isFinite else { return nil }
    return value
  }
}
