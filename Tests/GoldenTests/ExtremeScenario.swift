import TestSupport

/// A small scenario of invented facts whose values lie at the ends of what may be stated, by seed.
///
/// Not all that it states fits together: what cannot be read is reported by the reader.
struct ExtremeScenario {
  private var random: SeededGenerator
  private(set) var files: [String: String] = [:]
  private let columns: Int
  private let rows: Int

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
    columns = Int.random(in: 1...4, using: &random)
    rows = Int.random(in: 1...3, using: &random)
    let corner = corner()
    files["s.yaml"] = [
      "name: edge", "title: {en: Edge, ja: 端}", "days: \(pick("1", "1", "2"))",
      "seed: \(pick("0", "1", "18446744073709551615"))", network(corner), places(), service(),
      fleet(), isModel() ? model(corner) : list(), strategies(),
    ].joined(separator: "\n")
  }

  private mutating func pick(_ choices: String...) -> String {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private mutating func span() -> String {
    pick("0 s", "1 ms", "20 s", "30 min", "1 h", "23 h 59 min 59 s 999 ms", "24 h")
  }

  private mutating func window() -> String {
    pick(
      "09:00-18:00", "00:00-47:59:59", "00:00-00:01", "23:59-24:01", "24:00-30:00", "34:00-41:00",
      "47:59-47:59:59", "00:00-24:00")
  }

  private mutating func clock() -> String {
    pick("00:00", "00:00:01", "09:30", "12:00", "23:59:59", "24:00", "35:00", "47:59:59")
  }

  private mutating func weight() -> String { pick("0", "0.001", "1", "1", "1000") }

  private mutating func isModel() -> Bool { Bool.random(using: &random) }

  private mutating func corner() -> (latitude: Double, longitude: Double) {
    let latitudes = [-85.0, -34, 0, 34.48, 84.9]
    let longitudes = [-180.0, 0, 135.49, 179.9]
    return (
      latitudes[Int.random(in: latitudes.indices, using: &random)],
      longitudes[Int.random(in: longitudes.indices, using: &random)]
    )
  }

  private mutating func network(_ corner: (latitude: Double, longitude: Double)) -> String {
    """
    network:
      grid:
        columns: \(columns)
        rows: \(rows)
        spacing_m: \(pick("10", "200", "200", "10000"))
        speed_kmh: \(pick("1", "24", "24", "200"))
        south_west: {latitude: \(corner.latitude), longitude: \(corner.longitude)}
      travel_times: \(pick("matrix", "labels"))
    """
  }

  private mutating func places() -> String {
    var stops = ["  - {key: p1, name: 端1, column: 1, row: 1}"]
    if columns > 1 { stops.append("  - {key: p2, name: 端2, column: \(columns), row: 1}") }
    if rows > 1 { stops.append("  - {key: p3, name: 端3, column: \(columns), row: \(rows)}") }
    return "stops:\n" + stops.joined(separator: "\n")
  }

  private var keys: [String] { ["p1"] + (columns > 1 ? ["p2"] : []) + (rows > 1 ? ["p3"] : []) }

  private mutating func key() -> String {
    keys[Int.random(in: keys.indices, using: &random)]
  }

  private mutating func service() -> String {
    """
    service:
      preset: \(pick("hard", "hard", "karri", "dial-a-ride"))
      hours: "\(window())"
      minimum_lead: \(pick("0 s", "0 s", "10 min", "24 h"))
      maximum_wait: \(span())
      promise_tolerance: \(span())
      ride_limit: {factor: \(pick("1", "1.5", "100")), allowance: \(span())}
      halt: \(pick("0 s", "0 s", "20 s", "20 s", "24 h"))
      diversion: \(pick("true", "false"))
      refusal_wait: \(span())
      weights: {driving: \(weight()), wait: \(weight()), ride: \(weight()), walk: \(weight())}
    """
  }

  private mutating func fleet() -> String {
    """
    fleet:
      vans: \(pick("1", "2", "2", "20"))
      seats: \(pick("1", "8", "100"))
      start: \(key())
      end: \(pick("anywhere", key()))
      shift: "\(window())"
    """
  }

  private mutating func list() -> String {
    let count = Int.random(in: 0...8, using: &random)
    let requests = (0..<count).map { number in
      let time = pick("desired", "desired", "arrive_by")
      return """
            - {id: K-\(number), booked: "\(pick("-1 00:00", "-1 23:59:59", "00:00", clock()))", \
        \(time): "\(clock())", from: \(key()), to: \(key()), riders: \(pick("1", "1", "8", "100"))}
        """
    }
    return """
      demand:
        boarding: \(pick("0 s", "0 s", "10 s", "24 h"))
        requests:\(requests.isEmpty ? " []" : "\n" + requests.joined(separator: "\n"))
      """
  }

  private mutating func model(_ corner: (latitude: Double, longitude: Double)) -> String {
    files["zones.csv"] = """
      name,latitude_deg,longitude_deg,population,elderly_share
      西,\(corner.latitude),\(corner.longitude),\(pick("1", "100000000")),\(pick("0", "0.4", "1"))
      東,\(corner.latitude + 0.002),\(corner.longitude + 0.002),1000,0.5

      """
    files["attractions.csv"] = """
      key,name,category,zone,latitude_deg,longitude_deg,weight
      m,市,shop,西,\(corner.latitude),\(corner.longitude + 0.001),\(pick("1", "1000000000"))
      c,院,care,東,\(corner.latitude + 0.001),\(corner.longitude),1

      """
    let timing = pick(
      #"categories: {shop: 1, care: 1}, hours: {"0": 1, "23": 1}"#,
      #"categories: {shop: 1}, hours: {"09": 1}"#,
      """
      attractions: {m: 1, c: 1}, trains: {first: "00:00", last: "47:59:59", headway: 1 s, \
      egress: {shortest: 0 s, longest: 24 h}, reached_after: {m: 24 h}}
      """,
      """
      attractions: {c: 1}, trains: {first: "09:00", last: "09:00", headway: 24 h, \
      egress: {shortest: 0 s, longest: 0 s}}
      """)
    return """
      demand:
        bookings_per_day: \(pick("0", "1", "6", "12"))
        phone_share: \(pick("0", "1"))
        party_sizes: \(pick("[1]", "[0, 0, 1]", "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"))
        gravity_distance: \(pick("1 m", "500 m", "100 km"))
        shortest_trip: \(pick("0 m", "0 m", "100 m", "2 km"))
        walking: {choices: \(pick("1", "20")), detour: \(pick("1", "10"))}
        ages:
          - {name: a, elderly: \(pick("true", "false")), walking_speed: \(pick("0.5", "30")) km/h, \
      walk_limit: \(pick("0 m", "1 km", "10 km")), boarding: \(pick("0 s", "10 s", "24 h"))}
        zones: zones.csv
        zone_radius: \(pick("0 m", "250 m", "10 km"))
        attractions: attractions.csv
        lead_times: [{weight: 1, shortest: \(pick("0 s", "24 h")), longest: 24 h}]
        purposes: [{name: p, weight: 1, outbound: \(pick("0", "0.5", "1")), \(timing)}]
      """
  }

  private mutating func strategies() -> String {
    let idle = """
      repositioning: \(pick("stay", "depot", "coverage")), reach: \(pick("1 min", "2 h")), \
      busy_percent: \(pick("0", "99")), gain_percent: \(pick("0", "100"))
      """
    return """
      strategies:
        nearest: {\(idle)}
        greedy: {\(idle), delays: \(pick("true", "false"))}
        batch: {mode: \(pick("exact", "rounds")), interval: \(pick("0 s", "1 h")), \
      answer_within: \(pick("0 s", "1 h"))}

      """
  }
}
