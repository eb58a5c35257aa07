public import Journal
public import Mobility

extension Event {
  /// A new plan whose stops `withPlans` fills in.
  public static func replanned(_ vehicle: VehicleID) -> Event { .replanned(vehicle, []) }
}

extension [Record] {
  /// The same records, where plans without stops have those of the vehicle's parties at that moment, at
  /// the times at which they are made later on.
  public var withPlans: [Record] {
    var homes: [RequestID: VehicleID] = [:]
    var promises: [RequestID: Promise] = [:]
    var aboard: Set<RequestID> = []
    return enumerated().map { position, record in
      switch record.event {
      case .accepted(let request, let vehicle, let promise):
        homes[request] = vehicle
        promises[request] = promise
      case .reassigned(let request, let vehicle): homes[request] = vehicle
      case .boarded(let request, _, _): aboard.insert(request)
      case .alighted(let request, _, _): homes[request] = nil
      case .replanned(let vehicle, []):
        let parties = homes.filter { $0.value == vehicle }.keys.sorted()
        var stops: [TimedStop] = []
        for request in parties {
          guard let terms = promises[request]?.terms else { continue }
          if !aboard.contains(request) {
            let pickup = Stop(.pickup, of: request, at: terms.pickup)
            stops.append(TimedStop(pickup, at: time(of: pickup, after: position)))
          }
          let dropoff = Stop(.dropoff, of: request, at: terms.dropoff)
          stops.append(TimedStop(dropoff, at: time(of: dropoff, after: position)))
        }
        // Whoever boards comes before who alights then; pick-ups come before their drop-offs.
        let order = stops.enumerated().sorted {
          ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }
        return Record(record.time, .replanned(vehicle, order.map(\.element)))
      default: break
      }
      return record
    }
  }

  private func time(of stop: Stop, after position: Int) -> Instant {
    for record in self[position...] {
      switch record.event {
      case .boarded(stop.request, _, _) where stop.purpose == .pickup: return record.time
      case .alighted(stop.request, _, _) where stop.purpose == .dropoff: return record.time
      default: continue
      }
    }
    return self[position].time
  }
}
