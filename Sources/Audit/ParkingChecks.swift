import Journal
import Mobility

extension DayReplay {
  /// Only a vehicle that stands with nothing to do is sent elsewhere to wait, and gets home in time.
  mutating func repositioned(_ vehicle: VehicleID, to place: PlaceID) {
    let state = vehicles[vehicle]
    let order = "sent to wait at \(Wording.place(place))"
    if state.hasParties { note(.repositioning, vehicle, "\(order), expected it to have nobody") }
    if let stand = state.stand {
      if stand.place == place {
        note(.repositioning, vehicle, "\(order), expected another place than where it stands")
      }
      if stand.done > now {
        note(
          .repositioning, vehicle,
          "\(order), expected after its halt is over at \(Wording.clock(stand.done))")
      }
      checkWayHome(of: vehicle, from: stand.place, by: place, order)
    } else {
      note(.repositioning, vehicle, "\(order) on the road, expected it to stand")
    }
    vehicles[vehicle].ordered = place
    movesOwed.append((vehicle, record))
  }

  private mutating func checkWayHome(
    of vehicle: VehicleID, from here: PlaceID, by place: PlaceID, _ order: String
  ) {
    let shift = inputs.vehicles[vehicle]
    guard let drive = rulebook.drives(from: here, to: place),
      let homeward = shift.end.map({ rulebook.drives(from: place, to: $0) }) ?? Drives.Drive.none
    else { return }
    let end = now + drive.ms + homeward.ms
    guard end > shift.shift.closes.ms else { return }
    note(
      .repositioning, vehicle,
      "\(order), from where its shift ends at \(Wording.clock(end)), expected by "
        + "\(shift.shift.closes)")
  }

  /// It sets out at once, for the place that it was told.
  mutating func checkOrder(of vehicle: VehicleID, to place: PlaceID, ordered: PlaceID) {
    movesOwed.removeAll { $0.vehicle == vehicle }
    guard place != ordered else { return }
    note(
      .repositioning, vehicle,
      "departed to \(Wording.place(place)), expected \(Wording.place(ordered)) where it is to wait")
  }
}
