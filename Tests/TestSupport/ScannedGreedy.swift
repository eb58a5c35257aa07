public import Dispatching
public import Mobility
import Synchronization

/// Greedy insertion that has a plain scan look over its shoulder: at each request the cheapest pair of
/// all vehicles is found again by replaying every one.
public struct ScannedGreedy: DispatchStrategy {
  public static let description = GreedyInsertion.description

  /// What was compared, and where the two differed.
  public final class Findings: Sendable {
    private let state = Mutex((looked: 0, served: 0, differences: [String]()))

    public init() {}

    public var looked: Int { state.withLock { $0.looked } }
    public var served: Int { state.withLock { $0.served } }
    public var differences: [String] { state.withLock { $0.differences } }

    func note(served: Bool, difference: String?) {
      state.withLock {
        $0.looked += 1
        if served { $0.served += 1 }
        if let difference { $0.differences.append(difference) }
      }
    }
  }

  private let service: Service
  private let findings: Findings
  private let mayDelay: Bool
  private var search: FleetSearch?

  public init(service: Service, findings: Findings, mayDelay: Bool = true) {
    self.service = service
    self.findings = findings
    self.mayDelay = mayDelay
  }

  public init(_ settings: StrategySettings, service: Service) {
    self.init(service: service, findings: Findings())
  }

  public mutating func decide(in situation: Situation) -> [Decision] {
    var search =
      search
      ?? FleetSearch(
        service: service, vehicleCount: situation.vehicles.count, mayDelay: mayDelay)
    for vehicle in situation.changed { search.update(vehicle, situation.vehicles[vehicle]) }
    var fleet = situation.fleet
    var changed: [VehicleID] = []
    var decisions: [Decision] = []
    for request in situation.open {
      let plain = PlainScan(of: request, into: fleet, in: service, mayDelay: mayDelay)
      let found = search.bestInsertion(of: request, at: situation.now)
      let isEqual = found?.insertion.cost == plain?.cost && found?.vehicle == plain?.vehicle
      findings.note(
        served: plain != nil,
        difference: isEqual
          ? nil
          : "request \(request.id.index) at \(situation.now): expected \(String(describing: plain)), "
            + "found \(String(describing: found))")
      switch search.insert(request, at: situation.now) {
      case .failure(let refused): decisions.append(.refuse(refused.request, refused.reason))
      case .success(let state):
        if let position = fleet.firstIndex(where: { $0.vehicle.id == state.vehicle.id }) {
          fleet[position] = state
        }
        if !changed.contains(state.vehicle.id) { changed.append(state.vehicle.id) }
      }
    }
    self.search = search
    return decisions
      + fleet.filter { changed.contains($0.vehicle.id) }.map {
        .follow($0.vehicle.id, $0.schedule.route)
      }
  }
}
