/// A route for each vehicle, and the requests that none of them serves.
struct RoutePlan<Model: RoutingModel> {
  /// One for each vehicle.
  private(set) var routes: [Model.Route]
  /// The vehicle of each request; `nil` where it is left out.
  private(set) var homes: [Int?]
  private(set) var penalties = 0.0

  init(_ routes: [Model.Route], in model: Model) {
    self.routes = routes
    homes = Array(repeating: nil, count: model.requestCount)
    for (vehicle, route) in routes.enumerated() {
      for request in model.requests(of: route) { homes[request] = vehicle }
    }
    for request in homes.indices where homes[request] == nil {
      penalties += model.penalty(of: request)
    }
  }

  /// Summed in the order of vehicles, so that equal plans cost the same.
  var cost: Double { routes.reduce(0) { $0 + $1.cost } + penalties }

  var absent: [Int] { homes.indices.filter { homes[$0] == nil } }

  mutating func insert(
    _ request: Int, into vehicle: Int, at insertion: Model.Insertion, in model: inout Model
  ) {
    routes[vehicle] = model.inserting(request, at: insertion, into: routes[vehicle])
    homes[request] = vehicle
    penalties -= model.penalty(of: request)
  }

  /// Takes requests out; those that a route cannot keep without them go as well.
  mutating func remove(_ requests: [Int], in model: inout Model) {
    var leaving = [[Int]](repeating: [], count: routes.count)
    for request in requests {
      if let home = homes[request] { leaving[home].append(request) }
    }
    for vehicle in routes.indices where !leaving[vehicle].isEmpty {
      for request in model.requests(of: routes[vehicle]) {
        homes[request] = nil
        penalties += model.penalty(of: request)
      }
      routes[vehicle] = model.removing(leaving[vehicle], from: routes[vehicle])
      for request in model.requests(of: routes[vehicle]) {
        homes[request] = vehicle
        penalties -= model.penalty(of: request)
      }
    }
  }
}
