public import Mobility

/// Pairs of points between which routes are asked for.
public struct RoutePairs: Sendable {
  public let pairs: [(from: Coordinate, to: Coordinate)]

  /// A table with the columns `from_latitude_deg`, `from_longitude_deg`, `to_latitude_deg` and
  /// `to_longitude_deg`; others may stand beside them.
  public init(reading path: String) throws(InputErrors) {
    let findings = Findings()
    let layout = Table.Layout(
      required: [
        "from_latitude_deg", "from_longitude_deg", "to_latitude_deg", "to_longitude_deg",
      ], allowsOthers: true)
    let table = Table(
      path, named: .file(path), field: "", layout: layout, findings: findings)
    pairs = (table?.rows ?? []).compactMap { row in
      let from = row.coordinate("from_latitude_deg", "from_longitude_deg")
      let to = row.coordinate("to_latitude_deg", "to_longitude_deg")
      guard let from, let to else { return nil }
      return (from, to)
    }
    try findings.check()
  }
}
