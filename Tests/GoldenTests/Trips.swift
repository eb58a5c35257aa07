import Foundation

/// What trips.csv says of one day.
struct Trips {
  private struct Row {
    let strategy: String
    let request: Int
    let riders: Int
    let ready: Double?
    let boarded: Double?
    let alighted: Double?
    let refused: Double?
  }

  private let rows: [Row]

  /// Fields hold no commas in the shipped scenarios.
  init(in file: String, day: Int) throws {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let heading = lines[0].split(separator: ",").map(String.init)
    rows = lines.dropFirst().compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      func cell(_ name: String) -> String {
        heading.firstIndex(of: name).map { cells[$0] } ?? ""
      }
      guard cell("day") == "\(day)", let request = Int(cell("request")),
        let riders = Int(cell("riders"))
      else { return nil }
      return Row(
        strategy: cell("strategy"), request: request, riders: riders,
        ready: Self.seconds(cell("ready")), boarded: Self.seconds(cell("boarded")),
        alighted: Self.seconds(cell("alighted")), refused: Self.seconds(cell("refused_at")))
    }
  }

  /// Riders who wait at a stop, who are aboard, and who were refused until then.
  func count(_ strategy: String, at time: Double) -> (waiting: Int, aboard: Int, refused: Int) {
    var state = (waiting: 0, aboard: 0, refused: 0)
    for row in rows where row.strategy == strategy {
      if let refused = row.refused, refused <= time { state.refused += row.riders }
      guard let ready = row.ready, let boarded = row.boarded, let alighted = row.alighted else {
        continue
      }
      if ready <= time, time < boarded { state.waiting += row.riders }
      if boarded <= time, time < alighted { state.aboard += row.riders }
    }
    return state
  }

  func someoneAboard(under strategy: String) -> (request: Int, time: Double)? {
    for row in rows where row.strategy == strategy {
      if let boarded = row.boarded, let alighted = row.alighted {
        return (row.request, (boarded + alighted) / 2)
      }
    }
    return nil
  }

  private static func seconds(_ clock: String) -> Double? {
    guard !clock.isEmpty else { return nil }
    let isBefore = clock.hasPrefix("-")
    let parts = clock.drop { $0 == "-" }.split(separator: ":").compactMap { Double($0) }
    guard parts.count == 3 else { return nil }
    let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
    return isBefore ? -seconds : seconds
  }
}
