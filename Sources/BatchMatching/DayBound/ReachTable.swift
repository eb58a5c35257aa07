import Mobility

/// Which parties can no longer board in time, by place and time.
///
/// No way is shorter than the direct one, so that nothing in between brings them back.
struct ReachTable<Served: RequestSet> {
  private struct Latest {
    /// The latest departures that reach one more party, ascending.
    var departures: ContiguousArray<Int32> = []
    /// Entry k: the parties of the first k departures.
    var lost: ContiguousArray<Served> = []
    /// Parties that can board right here.
    var local: ContiguousArray<Int> = []
  }

  private let model: DayModel
  private let windows: PricedWindows
  private var latest: ContiguousArray<Latest> = []

  /// `windows` says until when each pick-up can board.
  init(_ model: DayModel, windows: PricedWindows) {
    self.windows = windows
    self.model = model
    for place in model.places.indices {
      var entry = Latest()
      var departures: [(time: Int32, party: Int)] = []
      for (number, party) in model.parties.enumerated() {
        if party.pickups.contains(where: { model.pickups[$0].place == place }) {
          entry.local.append(number)
          continue
        }
        var latest = Int32.min
        for pickup in party.pickups {
          let drive = model.drive(place, model.pickups[pickup].place)
          latest = max(latest, windows.latest[pickup] - model.halt - drive)
        }
        departures.append((latest, number))
      }
      departures.sort { ($0.time, $0.party) < ($1.time, $1.party) }
      var lost = Served()
      entry.lost.append(lost)
      for departure in departures {
        lost.insert(departure.party)
        entry.lost.append(lost)
        entry.departures.append(departure.time)
      }
      latest.append(entry)
    }
  }

  /// Parties out of reach for a van that can leave `place` then, and in whose halt boarding last
  /// began at `begin`.
  func outOfReach(from place: Int, leaving: Int32, begin: Int32) -> Served {
    var (low, high) = (0, latest[place].departures.count)
    while low < high {
      let middle = (low + high) / 2
      if latest[place].departures[middle] < leaving { low = middle + 1 } else { high = middle }
    }
    var lost = latest[place].lost[low]
    for party in latest[place].local {
      let canBoard = model.parties[party].pickups.contains { number in
        let pickup = model.pickups[number]
        return pickup.place == place
          ? begin <= windows.latest[number]
          : leaving + model.halt + model.drive(place, pickup.place) <= windows.latest[number]
      }
      if !canBoard { lost.insert(party) }
    }
    return lost
  }

  /// Whether someone else could board at `place`.
  func canBoard(at place: Int, besides served: Served) -> Bool {
    latest[place].local.contains { !served.contains($0) }
  }
}
