import Dispatching
import Mobility
import RoadNetwork

/// Those whom one vehicle carries, must take or may take, as columns; a set of them is a bit mask.
///
/// First come the parties aboard, then those that it is bound to pick up where it is going, then
/// the choices of places of each request that it can reach in time.
struct Parties {
  private(set) var terms: ContiguousArray<Terms> = []
  /// Position among the requests that can be assigned; `nil` for those that stay with the vehicle.
  private(set) var candidates: ContiguousArray<Int?> = []
  /// All choices of places for the same request, itself included.
  private(set) var rivals: ContiguousArray<UInt64> = []
  /// The first of the choices stands for the request.
  private(set) var identities: ContiguousArray<UInt64> = []
  private(set) var aboard: UInt64 = 0
  private(set) var bound: UInt64 = 0
  private(set) var optional: UInt64 = 0
  /// Requests beyond what a mask holds, with the least that they would cost.
  private(set) var leftOut: [(candidate: Int, cost: Cost)] = []

  init(of state: VehicleState, candidates requests: [[Terms]], in service: Service) {
    for party in state.aboard { add(party.terms, of: nil) }
    aboard = Self.first(terms.count)
    let bound = state.schedule.stops[..<state.committedStops].filter { $0.purpose == .pickup }
    for stop in bound { add(stop.terms, of: nil) }
    self.bound = Self.first(terms.count) & ~aboard

    for (candidate, choices) in requests.enumerated() {
      let reachable = choices.compactMap { terms -> (terms: Terms, cost: Cost)? in
        let gate = Self.earliestGate(terms, state, in: service)
        return gate <= terms.latestBoarding
          ? (terms, terms.boardingCost(max(gate, terms.ready), at: service.weights)) : nil
      }
      guard let least = reachable.map(\.cost).min() else { continue }
      guard terms.count + reachable.count <= UInt64.bitWidth else {
        leftOut.append((candidate, least))
        continue
      }
      let first = terms.count
      for choice in reachable { add(choice.terms, of: candidate) }
      let rivals = Self.first(terms.count) & ~Self.first(first)
      optional |= rivals
      for party in first..<terms.count {
        self.rivals[party] = rivals
        identities[party] = 1 << UInt64(first)
      }
    }
  }

  private mutating func add(_ terms: Terms, of candidate: Int?) {
    let bit: UInt64 = 1 << UInt64(self.terms.count)
    self.terms.append(terms)
    candidates.append(candidate)
    rivals.append(bit)
    identities.append(bit)
  }

  private static func first(_ count: Int) -> UInt64 {
    count == UInt64.bitWidth ? .max : (1 << UInt64(count)) - 1
  }

  /// The party could not begin to board any earlier.
  private static func earliestGate(
    _ terms: Terms, _ state: VehicleState, in service: Service
  ) -> Instant {
    let anchor = state.anchor
    guard terms.pickup != anchor.place else { return min(anchor.gate, anchor.leaves) }
    let drive = service.travelTimes.drive(
      from: anchor.place, to: terms.pickup, departing: anchor.leaves)
    return anchor.leaves + drive + (drive == .zero ? .zero : service.rules.halt)
  }
}

extension Terms {
  /// What the party costs by boarding then.
  func boardingCost(_ begin: Instant, at weights: Weights) -> Cost {
    walk.cost(at: weights.walk, riders: riders)
      + (begin - ready).cost(at: weights.wait, riders: riders)
      + lateBoardingCost(begin, at: weights)
  }
}

extension Parties {
  /// Whether a later time can suit somebody better than an earlier one.
  var haveSoftOrEarliestTimes: Bool {
    terms.contains {
      $0.earliestArrival > .distantPast
        || min($0.preferredBoarding, $0.preferredArrival) < .distantFuture
    }
  }

  func load(of set: UInt64) -> Load { set.positions.reduce(.none) { $0 + terms[$1].load } }

  /// The first set of those among `all` that fit in beside a load, no request with two choices of
  /// places, in descending order of masks from `set` on; the empty one fits.
  ///
  /// - Complexity: O(n) for every set passed over, where all sets with the same beginning that does not
  ///   fit are one.
  func largestFitting(
    upTo set: UInt64, of all: UInt64, beside others: Load, in cabin: Cabin, work: inout Int
  ) -> UInt64 {
    var set = set
    search: while true {
      var (load, taken, rest) = (others, UInt64(0), set)
      while rest != 0 {
        let party = UInt64.bitWidth - 1 - rest.leadingZeroBitCount
        let bit: UInt64 = 1 << UInt64(party)
        work += 1
        load += terms[party].load
        if !cabin.holds(load) || taken & bit != 0 {
          // None that begins like this fits; next come those without this party.
          set = set & ~(bit | (bit - 1)) | all & (bit - 1)
          continue search
        }
        taken |= rivals[party]
        rest &= ~bit
      }
      return set
    }
  }
}
