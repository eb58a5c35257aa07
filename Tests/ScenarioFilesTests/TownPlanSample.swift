/// What a town is made from: two blocks beside one road, a village and a shop.
enum TownPlanSample {
  static var files: [String: String] {
    [
      "synthesis.yaml": specification, "data/blocks.csv": blocks, "data/villages.csv": villages,
      "data/courses.csv": courses, "data/places.csv": destinations,
    ]
  }

  static let specification = """
    seed: 1
    plan:
      blocks: data/blocks.csv
      villages: data/villages.csv
      courses: data/courses.csv
      destinations: data/places.csv
      served: {column: trial, value: yes}
    paces:
      trunk: {speed: 50 km/h, junction_delay: 5 s}
      primary: {speed: 36 km/h, junction_delay: 12 s}
      collector: {speed: 28 km/h, junction_delay: 5 s}
      local: {speed: 18.5 km/h, junction_delay: 500 ms}
    streets:
      spacing_along: 80 m
      spacing_across: 60 m
      jitter: 10 m
      share_along: 0.5
      share_across: 0.3
      share_between: 0.1
      smallest_radius: 150 m
      meters_per_root_resident: 2.8 m
      village_radius: 100 m
      valley_side: 100 m
      junctions_per_access: 10
    links:
      frontage_course: none
      frontage_offset: 50 m
      frontage_reach: 500 m
      ramp_spacing: 800 m
      gates: 2
      longest_gate: 600 m
      longest_neighbour_link: 0.5 km
    siting:
      count: 3
      categories: [shop, station]
      spacing: 150 m
      walk: 300 m
      detour: 1.3

    """

  static let blocks = """
    key,name,name_latin,neighbourhood,district,latitude_deg,longitude_deg,population,trial
    big,大丁,Big,大,all,0.0027,-0.0054,4000,yes
    small,小丁,Small,小,all,0.0027,0.0054,400,no

    """

  static let villages = """
    name,latitude_deg,longitude_deg
    村,-0.0022,0

    """

  static let courses = """
    road,class,valley,latitude_deg,longitude_deg
    lane,local,yes,0,-0.01
    lane,local,yes,-0.004,-0.01
    road,primary,no,0,-0.018
    road,primary,no,0,0.018

    """

  static let destinations = """
    key,name,name_latin,category,latitude_deg,longitude_deg,trial
    market,"市場, 東",,shop,0.0028,-0.0053,yes

    """
}
