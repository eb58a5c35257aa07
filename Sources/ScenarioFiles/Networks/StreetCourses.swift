import Foundation
public import Mobility
import RoadNetwork

/// The points along each edge of a network folder, for maps.
public struct StreetCourses {
  /// Whom a map must name; empty where no file says so.
  public let attribution: String
  private let course: [EdgeID: [Coordinate]]
  private let network: RoadNetwork

  /// Straight lines where the folder has no `geometry.geojson`.
  public init(of folder: NetworkFolder) throws(InputErrors) {
    network = folder.network
    let path = FilePath.join(folder.path, "geometry.geojson")
    guard FileManager.default.fileExists(atPath: path) else {
      attribution = ""
      course = [:]
      return
    }
    let bytes: Data
    do throws(InputFile.Unreadable) {
      bytes = try InputFile.bytes(at: path)
    } catch {
      throw InputErrors(error, in: path)
    }
    guard let map = try? JSONDecoder().decode(StreetMap.self, from: bytes) else {
      throw InputErrors(
        at: path, "expected the streets of a network as GeoJSON, found something else")
    }
    var course: [EdgeID: [Coordinate]] = [:]
    for street in map.features {
      let points = street.geometry.coordinates.compactMap { position in
        position.count < 2 ? nil : Coordinate(latitude: position[1], longitude: position[0])
      }
      // `roads.csv` is sorted by tail, as edges are: an edge is its row.
      for row in street.properties.edges where row >= 0 { course[EdgeID(row)] = points }
      for row in street.properties.edgesBack where row >= 0 {
        course[EdgeID(row)] = points.reversed()
      }
    }
    attribution = map.attribution ?? ""
    self.course = course
  }

  /// From the tail to the head of an edge.
  public func points(along edge: EdgeID, from tail: NodeID) -> [Coordinate] {
    course[edge] ?? [network.coordinates[tail], network.coordinates[network.head[edge]]]
  }
}

/// What is read of `geometry.geojson`.
private struct StreetMap: Decodable {
  struct Street: Decodable {
    let properties: Properties
    let geometry: Line
  }
  struct Properties: Decodable {
    let edges: [Int]
    let edgesBack: [Int]

    enum CodingKeys: String, CodingKey {
      case edges
      case edgesBack = "edges_back"
    }
  }
  struct Line: Decodable {
    let coordinates: [[Double]]
  }

  let attribution: String?
  let features: [Street]
}
