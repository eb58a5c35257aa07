import Journal
import Mobility

/// The last record, as far as the order of records depends on it.
struct RecordOrder {
  var rank = 0
  /// The kind in words.
  var name = ""
  /// The vehicle whose arrival, with its riders alighting, the last record belongs to.
  var arriving: VehicleID?
  /// The vehicle that has just come on duty.
  var starting: VehicleID?
}

extension DayReplay {
  /// Time, then kind; a rider alights right after the arrival, and who is to board at the depot has
  /// the vehicle halt right as it comes on duty, before anything else happens.
  mutating func checkOrder(of entry: Record) {
    let time = entry.time.ms
    let kind = entry.event.parts.kind
    let name = Wording.words(kind.name)
    var rank = kind.rank
    if case .halted(let vehicle, _) = entry.event, order.starting == vehicle, time == now {
      rank = order.rank
    }
    if time < now {
      noteOrder(
        .timeOrder,
        "\(name) at \(Wording.clock(time)) stands after \(Wording.clock(now)), "
          + "expected records in order of time")
    } else if time == now, rank < order.rank, !followsDriveOfNoTime(entry) {
      noteOrder(
        .kindOrder,
        "\(name) stands after \(order.name) at \(Wording.clock(time)), "
          + "expected it before")
    }
    if case .alighted(_, let vehicle, _) = entry.event {
      if order.arriving != vehicle {
        noteOrder(.kindOrder, "alighted after \(order.name), expected right after the arrival")
      }
    }
    order.rank = rank
    order.name = name
    order.arriving = kind == .arrived || kind == .alighted ? entry.event.parts.vehicle : nil
    if case .onDuty(let vehicle, _) = entry.event {
      order.starting = vehicle
    } else {
      order.starting = nil
    }
  }

  /// An arrival can follow a departure of the same instant only where the drive takes no time.
  private func followsDriveOfNoTime(_ entry: Record) -> Bool {
    guard case .arrived(let vehicle, _, _) = entry.event, let leg = vehicles[vehicle].leg else {
      return false
    }
    return leg.departed == entry.time.ms
  }

  private mutating func noteOrder(_ rule: Rule, _ text: String) {
    findings.append(Finding(rule, day: day.trace.day, record: record, text: text))
  }

  /// Checks what the instant now over has left to be checked.
  mutating func settleInstant() {
    for (request, vehicle, record) in promisesUnchecked where requests[request].boarded == nil {
      checkPromisedTime(of: request, by: vehicle, at: record)
    }
    promisesUnchecked = []
    for owed in plansOwed {
      note(
        .planned, owed.vehicle,
        "no new plan at \(Wording.clock(now)), expected one when its riders change",
        at: owed.record)
    }
    plansOwed = []
    for owed in movesOwed {
      note(
        .repositioning, owed.vehicle, "no departure at \(Wording.clock(now)), expected one at once",
        at: owed.record)
      vehicles[owed.vehicle].ordered = nil
    }
    movesOwed = []
  }
}
