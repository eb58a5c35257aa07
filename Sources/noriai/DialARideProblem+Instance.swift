import BatchMatching
import Instances

extension DialARideProblem {
  init(_ instance: DialARideInstance) {
    self.init(
      vehicleCount: instance.vehicles, seats: instance.seats, longestRoute: instance.longestRoute,
      longestRide: instance.longestRide,
      locations: instance.locations.map {
        Location(
          x: $0.x, y: $0.y, service: $0.service, load: $0.load, opens: $0.opens, closes: $0.closes)
      })
  }
}
