import Mobility

/// What those who could still board would be worth at most, less the driving that they would need.
struct Chances {
  private struct Chance {
    var gain: Cost
    var errand: TimeSpan
    let identity: UInt64
  }

  private var chances: ContiguousArray<Chance> = []

  var count: Int { chances.count }

  mutating func removeAll() { chances.removeAll(keepingCapacity: true) }

  /// Of the choices of places of one request, added one after the other, the best of each counts.
  mutating func add(gain: Cost, errand: TimeSpan, identity: UInt64) {
    if let last = chances.last, last.identity == identity {
      chances[chances.count - 1].gain = max(last.gain, gain)
      chances[chances.count - 1].errand = min(last.errand, errand)
    } else {
      chances.append(Chance(gain: gain, errand: errand, identity: identity))
    }
  }

  /// The most that any choice among them can gain, when the vehicle drives `driving` in any case.
  ///
  /// A choice drives at least as long as its longest errand.
  ///
  /// - Complexity: O(n²).
  func most(beyond driving: TimeSpan, at weight: Int32) -> Cost {
    var most = Cost(0)
    for longest in chances {
      let more = max(longest.errand - driving, .zero).cost(at: weight)
      var gain = -more
      for chance in chances where chance.errand <= max(longest.errand, driving) {
        gain += chance.gain
      }
      most = max(most, gain)
    }
    return most
  }
}
