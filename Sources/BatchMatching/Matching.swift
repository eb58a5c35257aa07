import Dispatching
import Mobility

/// One trip for each vehicle: everyone promised is served, as many others as possible, and all that
/// at least cost.
struct Matching {
  /// The trip chosen for each vehicle.
  let trips: [Trip]
  /// Cost of all chosen trips, and the price of those who are not served.
  let objective: Cost
  /// No choice among all trips that the vehicles could make has a lower objective; `nil` where nothing
  /// of use is proven.
  let bound: Cost?
  let effort: MatchingEffort

  /// A millisecond at weight one: rounding in the linear program is smaller.
  static let tolerance: Cost = 1000

  var isProved: Bool { bound.map { objective - $0 <= Self.tolerance } ?? false }
}

/// What finding a matching took.
struct MatchingEffort {
  var columns = 0
  var programs = 0
  var simplexIterations = 0
  var branchingNodes = 0
  var routesTried = 0
  /// Steps of work.
  var work = 0
  /// Whether anything was left undone because the budget was spent.
  var isCut = false
}
