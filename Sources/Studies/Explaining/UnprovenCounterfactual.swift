public import Mobility

/// A counterfactual that does not hold when the day is run again: a mistake of the program.
public struct UnprovenCounterfactual: Error, Hashable, CustomStringConvertible {
  public let strategy: String
  public let day: Int
  public let request: RequestID
  public let change: Change

  public var description: String {
    "strategy \(strategy): day \(day), request \(request.index): \(change) was found, "
      + "but running the day again says otherwise"
  }
}
