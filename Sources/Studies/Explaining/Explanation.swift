public import Mobility
public import Simulator

/// Why a request was refused, or given the vehicle that served it.
public struct Explanation: Sendable {
  public let strategy: String
  public let day: Int
  public let request: Request
  public let answer: Answer
  /// The vehicle that took the request in the end; `nil` if it was refused.
  public let servedBy: VehicleID?
  /// How many other requests the strategy had before it when it answered.
  public let othersOpen: Int
  /// What each vehicle could have done then, in order of their ids; empty where the service's rules
  /// refused the request without asking the strategy.
  public let options: [VehicleOption]
  /// For a refused request the least change of each kind that serves it, as far as there is one
  /// within bounds.
  public let counterfactuals: [Counterfactual]
  /// The kinds whose search a limit of the work ended before it found anything.
  public let cut: [Change.Kind]

  public init(
    strategy: String, day: Int, request: Request, answer: Answer, servedBy: VehicleID?,
    othersOpen: Int, options: [VehicleOption], counterfactuals: [Counterfactual],
    cut: [Change.Kind] = []
  ) {
    self.strategy = strategy
    self.day = day
    self.request = request
    self.answer = answer
    self.servedBy = servedBy
    self.othersOpen = othersOpen
    self.options = options
    self.counterfactuals = counterfactuals
    self.cut = cut
  }
}
