import Foundation
import ScenarioFiles
import TestSupport
import Testing

@Suite("What is wrong with listed requests is said at the request")
struct RequestProblemTests {
  @Test("in a table")
  func table() throws {
    let text = Samples.scenario.components(separatedBy: "  requests:")[0] + "  requests: r.csv\n"
    let folder = try TemporaryFolder([
      "s.yaml": text + "strategies: {greedy: {}}\n",
      "r.csv": """
      id,booked,desired,arrive_by,riders,from_stop,to_stop,from_latitude_deg,from_longitude_deg
      1,09:00,08:59,,1,clinic,shop,,
      1,09:00,09:10,10:00,1,clinic,depot,,
      3,9 am,09:10,,0,clinic,shop,,
      4,09:00,09:10,,1,,shop,34.48,135.49

      """,
    ])
    let found = folder.problems()
    #expect(
      found == """
        r.csv:2:9: desired: expected a time from 09:00:00 on, found 08:59:00
            1,09:00,08:59,,1,clinic,shop,,
                    ^
        r.csv:3:1: id: expected each id once, found "1" again
            1,09:00,09:10,10:00,1,clinic,depot,,
            ^
        r.csv:3:15: arrive_by: expected either desired or arrive_by, found both
            1,09:00,09:10,10:00,1,clinic,depot,,
                          ^
        r.csv:3:30: to_stop: expected the key of a stop, found "depot"
            1,09:00,09:10,10:00,1,clinic,depot,,
                                         ^
        known keys: clinic, shop
        r.csv:4:3: booked: expected a time up to 47:59, such as "09:00", or "-1 18:30" on the day \
        before, found "9 am"
            3,9 am,09:10,,0,clinic,shop,,
              ^
        r.csv:4:15: riders: expected a whole number from 1 to 100, found "0"
            3,9 am,09:10,,0,clinic,shop,,
                          ^
        r.csv:5:24: from_latitude_deg: expected `ages` and `walking` beside a list with coordinates, \
        found none
            4,09:00,09:10,,1,,shop,34.48,135.49
                                   ^
        """)
  }

  @Test("in the scenario, where age classes bring their own boarding time")
  func inline() throws {
    let text = Samples.scenario(
      "  boarding: 10 s\n",
      """
        boarding: 10 s
        ages: [{name: adult, walking_speed: 4 km/h, walk_limit: 500, boarding: 5 s}]

      """)
    let found = try TemporaryFolder(["s.yaml": text]).problems()
    #expect(
      found == """
        s.yaml:29:13: demand.boarding: expected it with the age classes, found it beside them
              boarding: 10 s
                        ^
        s.yaml:30:59: demand.ages[1].walk_limit: expected a length up to 10 km, such as "500 m" or \
        "1.2 km", found "500"
              ages: [{name: adult, walking_speed: 4 km/h, walk_limit: 500, boarding: 5 s}]
                                                                      ^
        """)
  }
}
