import Mobility

/// Until when it can pay to serve each party, at a price for doing so.
///
/// Without a party whose own wait, excess ride and walk cost more than its price, a route is cheaper
/// after prices: everything else on it happens no later. Only the time that others board meanwhile
/// does not count for them, so that they could lose as much as the party took to board and alight.
/// Where vans wait for bookings this does not hold, since a party can be worth serving for being near
/// the next: all windows stay as they are.
struct PricedWindows {
  /// The latest begin of boarding, by pick-up.
  private(set) var latest: ContiguousArray<Int32> = []
  /// The latest arrival, by ride.
  private(set) var arrival: ContiguousArray<Int32> = []

  init(_ model: DayModel, places: Int32, prices: ContiguousArray<Cost>) {
    let rate = min(model.waiting, model.riding)
    let longestBoarding = model.parties.map(\.boarding).max() ?? 0
    // A halt takes this long at most; the party's own ride does not count it.
    let longestWork = 2 * places * longestBoarding
    if model.waitsForBookings {
      latest = ContiguousArray(model.pickups.lazy.map(\.latest))
      arrival = ContiguousArray(model.rides.lazy.map(\.latestArrival))
      return
    }
    for pickup in model.pickups {
      let party = model.parties[pickup.party]
      let riders = Cost(party.riders)
      let lost = rate * 2 * Cost(party.boarding) * Cost(places)
      var last = Int32.min
      for ride in model.rides[pickup.rides] {
        let direct = Cost(ride.terms.direct.milliseconds)
        let spare = prices[pickup.party] + lost - (ride.cost + model.riding * direct * riders)
        let wait = Self.time(spare, at: model.waiting * riders)
        let delay = Self.time(spare, at: rate * riders)
        last = max(last, wait)
        let limit = Cost(pickup.ready) + direct + Cost(longestWork) + Cost(delay)
        arrival.append(Int32(clamping: min(limit, Cost(ride.latestArrival))))
      }
      latest.append(Int32(clamping: min(Cost(pickup.ready) + Cost(last), Cost(pickup.latest))))
    }
  }

  /// How long lasts what costs that much; negative where nothing is left.
  private static func time(_ cost: Cost, at rate: Cost) -> Int32 {
    guard cost >= 0 else { return -1 }
    return rate == 0 ? .max / 4 : Int32(clamping: min(cost / rate, Cost(Int32.max / 4)))
  }
}
