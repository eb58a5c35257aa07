import Journal
import Mobility

/// A vehicle while its day is replayed; times in milliseconds.
struct VehicleState {
  enum Duty { case before, on, over }

  var duty = Duty.before
  /// Where it stands; `nil` on the road and before its duty.
  var stand: Stand?
  /// The drive it is on.
  var leg: Leg?
  /// Parties to pick up, and parties on board, in the order of their records.
  var committed: [RequestID] = []
  var aboard: [RequestID] = []
  /// Since when it has had no party, neither promised nor aboard.
  var withoutPartiesSince = Int.min
  var replanned: Int?
  var replans = 0
  /// The stops that are left of its last plan.
  var plan: [TimedStop] = []
  /// Where it is to wait, until it sets out.
  var ordered: PlaceID?

  var hasParties: Bool { !committed.isEmpty || !aboard.isEmpty }
}

/// A drive that has begun, or after a diversion, that begins where the vehicle will turn.
struct Leg {
  enum Purpose { case parties, waiting, endOfShift, none }

  let from: PlaceID
  let to: PlaceID
  let departed: Int
  /// Driven since the last stay when this drive begins.
  var metresBefore = 0
  let purpose: Purpose
  /// Plans made until it set out.
  let replans: Int
}

/// A vehicle standing at a place: a halt, or the wait after coming on duty.
struct Stand {
  enum Beginning: Equatable {
    case onDuty, halted
    case arrived(Leg.Purpose)
  }
  /// Whether the vehicle has stood idle here; it may have for no time at all.
  enum Idled { case no, perhaps, yes }
  /// Parties that board together.
  struct Group {
    let time: Int
    let firstRecord: Int
    let replanned: Int
    var members: [RequestID] = []
    var latestReady = Int.min
    var boarding = 0
  }

  let place: PlaceID
  let since: Int
  let beginning: Beginning
  /// Plans made until the vehicle set out for this halt.
  let replans: Int
  /// When boarding can go on.
  var gate: Int
  /// All boarding and alighting so far.
  var work = 0
  var hasServed = false
  var idled: Idled
  var group: Group?
  var replansAtLastBoarding: Int?

  /// When the work is done.
  var done: Int { gate + work }
  /// Whether the vehicle stopped here for somebody.
  var isHalt: Bool { beginning == .halted || beginning == .arrived(.parties) }
}

/// A request while its day is replayed; times in milliseconds.
struct RequestState {
  enum Answer { case none, refused, accepted }

  var isBooked = false
  var answer = Answer.none
  var promise: Promise?
  /// What the promise should say; `nil` when its places are wrong.
  var terms: Rulebook.Terms?
  /// The vehicle it was given to last.
  var vehicle: VehicleID?
  var isReassigned = false
  /// Plans of the vehicle made before the acceptance.
  var replans = 0
  var boarded: Int?
  /// When the vehicle left the pick-up halt.
  var left: Int?
  var alighted: Int?
}
