import Indicators
import Mobility
import ScenarioModel

/// A run as the layers of a map: only those that have anything to show.
///
/// Trips are those of all days; of the paths, `days` says.
public enum MapLayers {
  public static func layers(of source: PageSource, days: MapDays) -> [MapLayer] {
    let run = source.figures
    return [
      network(run.scenario), zones(of: run), stops(of: run),
      paths(of: source, days: days), trips(of: run),
    ].filter { !$0.features.isEmpty }
  }

  static func text(_ name: String) -> (name: String, type: MapLayer.FieldType) { (name, .text) }
  static func whole(_ name: String) -> (name: String, type: MapLayer.FieldType) { (name, .whole) }
  static func number(_ name: String) -> (name: String, type: MapLayer.FieldType) { (name, .number) }
  static func flag(_ name: String) -> (name: String, type: MapLayer.FieldType) { (name, .flag) }
}
