import Mobility
public import ScenarioModel
public import Studies

/// The cheapest fix of each refused request, as a table of the result folder.
public enum FixTable {
  public static let fileName = "fixes.csv"
  static let additionalVan = "additional"
  static let nothing = "none"

  /// The content of `fixes.csv`: a row for each refused request that was looked at.
  public static func csv(of fixes: [Fix], in scenario: Scenario) -> String {
    var csv = CSVText(columns: PageFix.columns + ["vehicle", "promised", "pickup", "dropoff"])
    for fix in fixes {
      let found = fix.counterfactual
      let vehicle = found.map {
        $0.vehicle.index < scenario.vehicleNames.count
          ? scenario.vehicleNames[$0.vehicle] : additionalVan
      }
      csv.append(
        PageFix(fix).cells + [
          vehicle ?? "", found?.promise.boarding.description ?? "",
          found.map { scenario.places[$0.promise.terms.pickup].key } ?? "",
          found.map { scenario.places[$0.promise.terms.dropoff].key } ?? "",
        ])
    }
    return csv.text
  }
}

extension Change.Kind {
  /// Its name in tables.
  var id: String {
    switch self {
    case .wait: "wait"
    case .walk: "walk"
    case .book: "book_earlier"
    case .van: "van"
    }
  }
}

extension Change {
  var metersFarther: Int? {
    if case .walk(_, let farther) = self { Int(farther.count) } else { nil }
  }

  var vanHour: Int? {
    if case .van(let hour) = self { hour } else { nil }
  }
}
