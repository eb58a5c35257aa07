public import Mobility
public import RoadNetwork

/// The road and the walking network of an OpenStreetMap extract.
///
/// The same extract gives the same tables on every machine, whatever its format.
public struct OSMImport {
  public let summary: ImportSummary
  let roads: StreetTable
  let walks: StreetTable
  let ways: WayColumns
  let nodes: NodeColumns

  /// Reads the file twice: ways first, then only the nodes that they need.
  public init(path: String, options: ImportOptions = ImportOptions()) throws(ImportError) {
    var file = try OSMFile(path: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var summary = ImportSummary(source: name, format: file.format.rawValue)
    var collector = WayCollector(options.profile, fileSize: file.size)
    try file.read(.waysAndRelations, into: &collector)
    let found = collector.outcome(&summary)
    ways = found.ways

    var places = NodeCollector(NodeColumns(of: ways), options)
    try file.read(.nodes, into: &places)
    places.placeNodes(of: ways)
    places.count(in: &summary)
    nodes = places.nodes
    guard nodes.id.isEmpty || nodes.point.contains(where: { $0 != nil }) else {
      throw ImportError(
        "expected the nodes of \(ways.count) streets, found none of them; `osmium extract` and "
          + "`osmium tags-filter` keep them, and so does `(._;>;);out;` in Overpass")
    }

    let builder = StreetTableBuilder(
      ways: ways, nodes: nodes, longestMeters: options.longestEdge.map { Double($0.count) })
    roads = builder.roads(found.restrictions, &summary.roads, &summary.restrictions)
    guard !roads.edges.isEmpty else {
      throw ImportError(
        "expected roads that vans may use and return by, found none"
          + (options.area == nil ? "" : " in the area"))
    }
    walks = builder.walks(options.profile, &summary.walking)
    try roads.check()
    try walks.check()
    summary.extent = ImportSummary.Extent(around: roads.points)
    self.summary = summary
  }

  /// The road network as a scenario reads it from the tables.
  public var network: RoadNetwork {
    RoadNetwork(
      coordinates: Column(roads.points.map { $0.coordinate }),
      roads: roads.edges.map { edge in
        RoadNetwork.Road(
          from: NodeID(Int(edge.tail)), to: NodeID(Int(edge.head)),
          duration: TimeSpan(milliseconds: edge.milliseconds), length: Meters(edge.meters),
          roadClass: RoadClass.allCases[Int(edge.kind)])
      })
  }

  /// What the tables call each node.
  public var nodeKeys: Column<Node, String> { Column(roads.keys) }
}

extension ImportSummary.Extent {
  fileprivate init?(around points: [OSMPoint]) {
    let latitudes = points.map { $0.coordinate.latitude }
    let longitudes = points.map { $0.coordinate.longitude }
    guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
      let east = longitudes.max()
    else { return nil }
    self.init(west: west, south: south, east: east, north: north)
  }
}
