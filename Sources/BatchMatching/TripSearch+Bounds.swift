import Dispatching
import Mobility

extension TripSearch {
  /// What every way to go on is worth at least; `nil` when there is none.
  ///
  /// Nobody boards before the vehicle can be there, nobody rides less than straight from here, and
  /// the drive is at least that of the farthest single errand. Those who cannot be reached in time
  /// from here are no longer pending. The rides of those aboard are at hand.
  mutating func leastValue(of label: inout TripLabel) -> Cost? {
    let weights = service.weights
    let (place, departure) = (label.place, label.departure)
    let closes = state.vehicle.shift.closes
    var least = label.cost + (departure - state.anchor.arrival).cost(at: weights.operation)
    var driving = legs.homeward(from: place)
    for party in label.aboard.positions {
      let terms = parties.terms[party]
      let drive = legs.drive(from: place, to: legs.dropoffs[party])
      let ride = departure + drive - ridesOn[party].left
      guard departure + drive <= terms.latestArrival else { return nil }
      if ride > terms.rideLimit {
        guard comparesTimes, mayHaveWaited(party), ridesOn[party].moving + drive <= terms.rideLimit
        else { return nil }
      }
      least += (ride - terms.direct).cost(at: weights.ride, riders: terms.riders)
      let home = legs.homeward(from: legs.dropoffs[party])
      driving = max(driving, drive + home)
    }
    guard departure + driving <= closes else { return nil }

    work += label.aboard.nonzeroBitCount + label.pending.nonzeroBitCount
    scratch.chances.removeAll()
    for party in label.pending.positions {
      let terms = parties.terms[party]
      let drive = legs.drive(from: place, to: legs.pickups[party])
      // At this very place it may be the halt after next: that is no earlier than now.
      let gate = departure + drive + (drive == .zero ? .zero : service.rules.halt)
      let errand = drive + legs.errands[party]
      guard gate <= terms.latestBoarding, departure + errand <= closes else {
        label.pending &= ~(1 << UInt64(party))
        continue
      }
      let gain = worth[party] - terms.boardingCost(max(gate, terms.ready), at: weights)
      if gain > 0 {
        scratch.chances.add(gain: gain, errand: errand, identity: parties.identities[party])
      }
    }
    work += scratch.chances.count * scratch.chances.count / 8
    return least + driving.cost(at: weights.driving)
      - scratch.chances.most(beyond: driving, at: weights.driving)
  }
}
