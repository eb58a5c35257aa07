/// A town with a demand model: a road of three nodes, two zones, three attractions.
enum TownSample {
  static var files: [String: String] {
    [
      "town.yaml": scenario, "data/nodes.csv": nodes, "data/roads.csv": roads,
      "data/stops.csv": stops, "data/blocks.csv": blocks, "data/attractions.csv": attractions,
    ]
  }

  static let scenario = """
    name: town
    title: {en: Town, ja: 町}
    days: 2
    seed: 7
    network: {nodes: data/nodes.csv, roads: data/roads.csv}
    stops: data/stops.csv
    service:
      hours: "09:00-18:00"
      minimum_lead: 0 min
      maximum_wait: 30 min
      ride_limit: {factor: 1.25, allowance: 1 h 30 min}
      halt: 500 ms
      weights: {driving: 0.5, walk: 1.125}
    fleet:
      vehicles:
        - {name: red, seats: 4, start: west, end: anywhere, shift: "09:00-18:00"}
        - {name: blue, seats: 8, start: west, end: east, shift: "10:00-25:30"}
    demand:
      bookings_per_day: 24.5
      phone_share: 0.35
      party_sizes: [85, 12, 3]
      gravity_distance: 1500 m
      shortest_trip: 0.5 km
      walking: {choices: 2, detour: 1.3}
      ages:
        - {name: 70+, weight: 40, elderly: true, walking_speed: 3.4 km/h, walk_limit: 600 m, boarding: 15 s}
      zones: data/blocks.csv
      zones_where: {column: trial, value: yes}
      zone_radius: 200 m
      attractions: data/attractions.csv
      lead_times:
        - {weight: 60, shortest: 10 min, longest: 60 min}
      purposes:
        - name: shopping
          weight: 39
          outbound: 0.5
          categories: {shop: 2, station: 0.5}
          hours: {"09": 3, "10": 5}
        - name: home
          weight: 10
          outbound: 0
          attractions: {station: 40}
          trains: {first: "17:00", last: "21:30", headway: 7 min 30 s, egress: {shortest: 1 min, longest: 3 min}}
    strategies:
      batch: {trigger: interval, interval: 45 s, sets: 3, swaps: no}
      greedy:

    """

  static let nodes = """
    node,latitude_deg,longitude_deg
    a,34.48,135.49
    b,34.481,135.49
    c,34.482,135.49

    """

  static let roads = """
    from,to,duration_ms,length_m,class
    a,b,10000,111,local
    b,a,10000,111,local
    b,c,12000,112,trunk
    c,b,12000,112,trunk

    """

  static let stops = """
    key,name,name_latin,latitude_deg,longitude_deg,kind
    west,西,West,34.4801,135.4901,corner
    east,"東, 出口",,34.4821,135.4899,corner

    """

  static let blocks = """
    name,latitude_deg,longitude_deg,population,elderly_share,trial
    一丁,34.4802,135.4902,100,0.4,yes
    二丁,34.4822,135.4902,50,0.3,no

    """

  static let attractions = """
    key,name,category,zone,latitude_deg,longitude_deg,weight,status
    station,駅,station,一丁,34.4801,135.4903,40,stated
    market,市場,shop,二丁,34.4821,135.4903,10,stated

    """
}
