extension DialARideProblem {
  /// A request that no vehicle can serve, even alone.
  public struct Infeasibility: Hashable, Sendable {
    public enum Limit: Hashable, Sendable {
      case seats
      case windows
      case longestRide
      case longestRoute
    }

    /// From 1, as in the file.
    public let request: Int
    public let limit: Limit
  }

  /// The first request that proves that there is no solution; `nil` where none does so by itself.
  ///
  /// By the triangle inequality a route with other stops takes no less time between these two.
  public var infeasibility: Infeasibility? {
    for request in 1..<requestCount + 1 {
      if let limit = broken(by: request) { return Infeasibility(request: request, limit: limit) }
    }
    return nil
  }

  private func broken(by request: Int) -> Infeasibility.Limit? {
    if locations[request].load > seats { return .seats }
    let route = [request, request + requestCount]
    func isPossible(_ problem: DialARideProblem) -> Bool {
      DialARideCheck(problem: problem).keepsTimes(route)
    }
    if isPossible(self) { return nil }
    if !isPossible(limited(toRides: Self.endless, routes: Self.endless)) { return .windows }
    return isPossible(limited(toRides: longestRide, routes: Self.endless))
      ? .longestRoute : .longestRide
  }

  private static let endless = 1e9

  private func limited(toRides longestRide: Double, routes longestRoute: Double) -> Self {
    Self(
      vehicleCount: vehicleCount, seats: seats, longestRoute: longestRoute,
      longestRide: longestRide, locations: locations)
  }
}
