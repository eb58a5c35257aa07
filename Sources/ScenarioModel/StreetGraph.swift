import RoadNetwork

/// A road network under construction: junctions in the plane, and the roads between them.
struct StreetGraph {
  struct Link: Hashable {
    let from: Int
    let to: Int
    let roadClass: RoadClass
    let isOneWay: Bool
  }

  private(set) var points: [PlanePoint] = []
  private(set) var links: [Link] = []
  /// Links at each junction, one-way or not; count = points.
  private(set) var degrees: [Int] = []

  mutating func addPoint(_ point: PlanePoint) -> Int {
    points.append(point)
    degrees.append(0)
    return points.count - 1
  }

  mutating func addLink(from: Int, to: Int, _ roadClass: RoadClass, isOneWay: Bool = false) {
    guard from != to else { return }
    links.append(Link(from: from, to: to, roadClass: roadClass, isOneWay: isOneWay))
    degrees[from] += 1
    degrees[to] += 1
  }

  func segment(_ link: Link) -> PlaneSegment {
    PlaneSegment(from: points[link.from], to: points[link.to])
  }
}
