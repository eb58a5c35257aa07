import Foundation
import Instances
import ScenarioFiles
import TestSupport
import Testing

@Suite("Problems of benchmark files")
struct ReadingProblemTests {
  /// The first line of the message that a changed file gives.
  private func problem(
    _ files: [String: String], _ name: String, _ old: String, _ new: String
  ) throws -> String {
    var files = files
    let text = try #require(files[name])
    try #require(text.contains(old))
    files[name] = text.replacingOccurrences(of: old, with: new)
    return try TemporaryFolder(files).problems().split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test(
    "name file, line, column and field, say what was expected and what was found",
    arguments: [
      (
        "nodes.csv", "1,100.0", "7,100.0",
        "nodes.csv:3:1: node: expected the rows numbered from 0, here 1, found 7"
      ),
      (
        "nodes.csv", "100.0", "east",
        "nodes.csv:3:3: x: expected a number of metres from -1000000 to 1000000, found \"east\""
      ),
      (
        "edges.csv", "2,1,10", "2,3,10",
        "edges.csv:4:3: to: expected a node from 0 to 2, found \"3\""
      ),
      (
        "edges.csv", "2,1,10", "2,1,0",
        "edges.csv:4:5: seconds: expected a whole number from 1 to 172800, found \"0\""
      ),
      (
        "edges.csv", "2,1,10,100\n", "",
        "edges.csv: expected streets from every node to every other, "
          + "found none from or to node 2"
      ),
      (
        "vehicles.csv", "0,2,8", "0,2,",
        "vehicles.csv:2:5: capacity: expected a whole number from 1 to 1000, found an empty cell"
      ),
      (
        "edges.csv", "2,1,10,100", "2,1,10,9999",
        "edges.csv:4:8: meters: expected a road that is driven at 1000 km/h at most, found "
          + "9999 m in 10 s"
      ),
      (
        "edges.csv", "2,1,10,100", "2,1,172801,100",
        "edges.csv:4:5: seconds: expected a whole number from 1 to 172800, found \"172801\""
      ),
      (
        "edges.csv", "2,1,10,100", "2,1,172800,100",
        "edges.csv: expected drives of at most 48 h to node 0, found a longer one with node 2"
      ),
      ("vehicles.csv", "0,2,8\n", "", "vehicles.csv: expected at least one vehicle, found none"),
      (
        "requests.csv", "5,0,2,3", "5,0,2,0",
        "requests.csv:2:9: passengers: expected a whole number from 1 to 1000, found \"0\""
      ),
      (
        "requests.csv", "to_node", "toNode",
        "requests.csv:1:1: expected a column \"to_node\", found none"
      ),
      (
        "params.json", "1.5", "half",
        "params.json:3:23: max_detour_factor: expected a number from 1 to 100 with at most three "
          + "decimals, found \"half\""
      ),
      (
        "params.json", "}", "]",
        "params.json:8:1: expected JSON, did not find expected ',' or '}'"
      ),
      (
        "params.json", "boarding_s", "boarding",
        "params.json: boarding_s: expected a whole number from 0 to 86400, found nothing"
      ),
    ])
  func common(_ name: String, _ old: String, _ new: String, _ expected: String) throws {
    #expect(try problem(SmallInstances.common, name, old, new) == expected)
  }

  @Test(
    "of KaRRi's layout as well",
    arguments: [
      (
        "edges.csv", "1,1,2,102", "2,1,2,102",
        "edges.csv:3:1: id: expected the rows numbered from 0, here 1, found 2"
      ),
      (
        "vehicles.csv", "3,0,72000", "6,0,72000",
        "vehicles.csv:2:1: initial_location: expected an edge from 0 to 5, found \"6\""
      ),
      (
        "vehicles.csv", "3,0,72000", "3,72001,72000",
        "vehicles.csv:2:9: end_of_service_time: expected an end after the start of service"
      ),
      (
        "requests.csv", "5,1,6", "5,x,6",
        "requests.csv:3:3: destination: expected an edge from 0 to 5, found \"x\""
      ),
      (
        "expected_assignments.csv", "0,60,207", "1,60,207",
        "expected_assignments.csv:3:1: request_id: expected each request once, found 1 again"
      ),
      (
        "expected_service.csv", "0,1000,700,207,907,0,0,2000\n", "",
        "expected_service.csv: expected a row for each of 2 requests, found 1"
      ),
    ])
  func karri(_ name: String, _ old: String, _ new: String, _ expected: String) throws {
    let files = SmallInstances.karri.merging(SmallInstances.expectations) { $1 }
    #expect(try problem(files, name, old, new) == expected)
  }

  @Test(
    "of a street network with the path of the key",
    arguments: [
      (
        "manhattan_network.json", "\"id\": 42", "\"id\": 77",
        "manhattan_network.json: nodes[1].id: expected each node once, found 77 again"
      ),
      (
        "manhattan_network.json", "120.5", "\"slow\"",
        "manhattan_network.json: links[1].travel_time: expected a number, found something else"
      ),
      (
        "manhattan_network.json", "120.5", "0",
        "manhattan_network.json: links[1].travel_time: expected a number from 0.001 to 3600.0, "
          + "found 0.0"
      ),
      (
        "manhattan_network.json", "\"target\": 77", "\"target\": 7",
        "manhattan_network.json: links[1].target: expected the id of a node, found 7"
      ),
      (
        "manhattan_network.json", "\"length\": 10.4, ", "",
        "manhattan_network.json: links[0].length: expected a value, found none"
      ),
      (
        "manhattan_network.json", "\"links\": [", "\"links\": ",
        "manhattan_network.json: expected JSON, found other text"
      ),
      (
        "nyc_20k.csv", "2014-12-21 08", "2014-12-22 08",
        "nyc_20k.csv:3:31: departure_time: expected a moment of one day such as "
          + "\"2014-12-21 08:30:00\", found \"2014-12-22 08:30:01\""
      ),
    ])
  func manhattan(_ name: String, _ old: String, _ new: String, _ expected: String) throws {
    #expect(try problem(SmallInstances.manhattan, name, old, new) == expected)
  }

  @Test("a table that is missing is named; what is no benchmark gets a list of what is")
  func unknown() throws {
    var files = SmallInstances.common
    files["requests.csv"] = nil
    #expect(
      try TemporaryFolder(files).problems()
        == "folder: expected a file that can be read, found none at \"requests.csv\"")

    let folder = try TemporaryFolder(["notes.txt": "two vans\n"])
    let file = try folder.problems("notes.txt")
    #expect(file.hasPrefix("notes.txt: expected a benchmark of a known layout, found a file\n"))
    for layout in InstanceLayout.allCases { #expect(file.contains(layout.summary)) }
    #expect(try folder.problems().hasPrefix("folder: expected a benchmark of a known layout"))
    #expect(throws: InputErrors.self) { try InstanceSource(at: folder["nothing"]) }
    do throws(InputErrors) { _ = try InstanceSource(at: folder["nothing"]) } catch {
      #expect(error.exitCode == 66)
    }
  }
}
