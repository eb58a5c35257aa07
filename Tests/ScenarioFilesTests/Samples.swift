import Mobility

enum Samples {
  static let strategies = [
    StrategyDescription(id: "greedy", summary: "", parameters: []),
    StrategyDescription(
      id: "batch", summary: "",
      parameters: [
        Parameter(
          "trigger", .choice(["event", "interval"]), standard: .choice("event"), summary: ""),
        Parameter(
          "interval", .duration(.seconds(1)...TimeSpan.hours(1)), standard: .duration(.seconds(30)),
          summary: ""),
        Parameter("sets", .whole(1...1000), standard: .whole(400), summary: ""),
        Parameter("swaps", .flag, standard: .flag(true), summary: ""),
      ]),
  ]

  /// Two stops and a depot on a grid of 3 x 3 blocks of 100 m and 10 s.
  static let scenario = """
    name: tiny
    title: {en: Tiny, ja: 小さな町}
    days: 1
    seed: 1
    network:
      grid:
        columns: 3
        rows: 3
        spacing_m: 100
        speed_kmh: 36
        south_west: {latitude: 34.48, longitude: 135.49}
    stops:
      - {key: clinic, name: 診療所, name_latin: Clinic, column: 1, row: 1}
      - {key: shop, name: 店, column: 3, row: 2}
    depots:
      - {key: depot, name: 車庫, column: 2, row: 2}
    service:
      hours: "09:00-18:00"
      minimum_lead: 10 min
      maximum_wait: 30 min
      ride_limit: {factor: 1.5, allowance: 10 min}
      halt: 20 s
    fleet:
      vans: 2
      seats: 8
      start: depot
      shift: "09:00-18:00"
    demand:
      boarding: 10 s
      requests:
        - {booked: "09:00", desired: "09:10", from: clinic, to: shop, riders: 2}
    strategies:
      greedy: {}

    """

  static func scenario(_ old: String, _ new: String) -> String {
    scenario.replacing(old, with: new)
  }
}
