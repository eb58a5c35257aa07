import Indicators
import Mobility
import RoadNetwork
import ScenarioModel

extension MapLayers {
  /// Every directed edge, as a straight line from node to node.
  static func network(_ scenario: Scenario) -> MapLayer {
    var layer = MapLayer(
      "network",
      PageText("Roads, a line for each direction", "道路(方向ごとに1本の線)"), shape: .line,
      fields: [
        whole("edge"), whole("from_node"), whole("to_node"), text("class"), whole("length_m"),
        number("duration_s"), number("speed_kmh"),
      ],
      style: .init(
        by: "class",
        [
          ("trunk", "#8a8a8a", 0.9), ("primary", "#9a9a9a", 0.7), ("collector", "#b0b0b0", 0.5),
          ("local", "#cccccc", 0.26),
        ]))
    let network = scenario.network
    for tail in network.coordinates.ids {
      for edge in network.edges(from: tail) {
        let head = network.head[edge]
        let (length, seconds) = (network.length[edge].count, network.duration[edge].inSeconds)
        layer.append(
          [network.coordinates[tail], network.coordinates[head]],
          [
            .whole(edge.index), .whole(tail.index), .whole(head.index),
            .text(network.roadClass[edge].rawValue), .whole(Int(length)), .number(seconds),
            .number((Double(length) / seconds * 3.6 * 10).rounded() / 10),
          ])
      }
    }
    return layer
  }

  /// With how many riders board and alight, over all days.
  static func stops(of run: RunFigures) -> MapLayer {
    var layer = MapLayer(
      "stops",
      PageText(
        "Stops and depots, with the riders who board and alight over all days",
        "停留所と車庫(全日の乗車・降車人数つき)"), shape: .point,
      fields: [text("key"), text("name"), text("name_latin"), flag("serves_riders")]
        + run.strategies.flatMap { [whole("boarded_\($0.id)"), whole("alighted_\($0.id)")] },
      style: .init(
        by: "serves_riders", [("true", "#1f6fb4", 2.4), ("false", "#555555", 2.4)]))
    let counts = run.strategies.map { strategy in
      var counts = run.scenario.places.values.map { _ in (boarded: 0, alighted: 0) }
      for trip in strategy.days.lazy.flatMap(\.trips.values) {
        guard let ride = trip.ride else { continue }
        counts[ride.pickup.place.index].boarded += trip.request.riders
        counts[ride.dropoff.place.index].alighted += trip.request.riders
      }
      return counts
    }
    for (position, place) in run.scenario.places.values.enumerated() {
      layer.append(
        [place.place.coordinate],
        [
          .text(place.key), .text(place.name), MapLayer.Value(place.latinName),
          .flag(place.servesRiders),
        ]
          + counts.flatMap {
            [.whole($0[position].boarded), .whole($0[position].alighted)]
          })
    }
    return layer
  }

  /// No zone has an outline: it is a point amid the doors at which its riders set out.
  static func zones(of run: RunFigures) -> MapLayer {
    var layer = MapLayer(
      "zones",
      PageText(
        "Zones, each a point amid the doors at which its riders set out, with their waits over "
          + "all days",
        "地区(出発地の中心を点で示す。全日の待ち時間つき)"), shape: .point,
      fields: [text("name"), text("name_latin"), number("radius_m"), whole("riders")]
        + run.strategies.flatMap {
          [whole("refused_\($0.id)"), number("wait_penalised_s_\($0.id)")]
        },
      style: .init(colour: "#d98e04", size: 3.2))
    for zone in TownSection.zones(of: run, latin: PageName.latinNames(in: run.scenario)) {
      layer.append(
        [Coordinate(latitude: zone.latitude, longitude: zone.longitude)],
        [
          .text(zone.name.name), MapLayer.Value(zone.name.latin),
          .number(Double(zone.radiusInMeters)), .whole(zone.figures[0].riders),
        ]
          + zone.figures.flatMap { [.whole($0.refused), MapLayer.Value($0.penalisedMean)] })
    }
    return layer
  }
}
