/// The colours of strategies: the same one for the same strategy in every report.
///
/// Told apart by readers with any of the common colour deficiencies, and dark enough to carry white
/// text (4.5 : 1).
/// - SeeAlso: Okabe and Ito (2008), "Color universal design"; Paul Tol (2021), "Colour schemes",
///   SRON technical note SRON/EPS/TN/09-002: darkened from there.
enum StrategyColours {
  private static let own = ["greedy": "#0072b2", "batch": "#c04e00", "nearest": "#117733"]
  private static let others = ["#882255", "#332288", "#6b6b00", "#00706b", "#a8325a", "#555555"]

  /// By strategy, in the order given.
  static func colours(of ids: [String]) -> [String] {
    let foreign = ids.filter { own[$0] == nil }.sorted()
    return ids.map { id in
      if let colour = own[id] { return colour }
      let position = foreign.firstIndex(of: id) ?? 0
      return others[position % others.count]
    }
  }
}
