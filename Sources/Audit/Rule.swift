/// What a trace can break, by names that stay the same from version to version.
public enum Rule: String, Hashable, Sendable, CaseIterable {
  // The record itself
  /// A request, vehicle or place that the inputs do not have; requests not dense, by booking.
  case unknownID = "unknown_id"
  /// Records are in order of time.
  case timeOrder = "time_order"
  /// Each day of the inputs in one piece, in order, and no others.
  case days
  /// Simultaneous records are in order of their kinds.
  case kindOrder = "kind_order"

  // Shifts
  /// On duty once, at the start and opening of the shift.
  case onDuty = "on_duty"
  /// Off duty once, where and when the shift ends.
  case offDuty = "off_duty"
  /// Nothing happens to a vehicle before or after its duty.
  case outsideDuty = "outside_duty"
  /// The shift is over when it closes.
  case shiftEnd = "shift_end"
  /// The last drive begins as late as it can.
  case endDrive = "end_drive"

  // Requests and answers
  /// Booked once, when the rider asked.
  case booked
  /// Answered once, not before the booking, and at once where the rules refuse.
  case answered
  /// The rules' own refusals, and no others in their place.
  case refusalReason = "refusal_reason"
  /// Accepted, unboarded requests move to another vehicle.
  case reassigned
  /// Whoever gets or loses a rider gets a new plan at that instant, and nobody two of them.
  case planned
  /// A plan has the stops of the vehicle's parties and of nobody else, none in the past, and what it
  /// says comes true unless there is a later one.
  case plan
  /// Boarding and drop-off places are ones that the request can walk to, and differ.
  case promisePlaces = "promise_places"
  /// The figures of a promise follow from the request, its places and the rules.
  case promiseTerms = "promise_terms"
  /// The promised boarding is possible for rider and vehicle.
  case promisedTime = "promised_time"
  /// Where no later plan intervened, boarding begins as promised.
  case promiseKept = "promise_kept"
  /// Every accepted rider is carried.
  case carried

  // Driving
  /// A vehicle is at one place at a time, and goes where it set out for.
  case movement
  /// Vehicles drive to riders, to their destinations, to where they are to wait and to the end of the
  /// shift only.
  case destination
  /// Vehicles that stand with nothing to do are sent elsewhere to wait, and go at once.
  case repositioning
  /// A vehicle on the road turns at the next node of its way, for a new plan, where that is allowed.
  case diversion
  /// Vehicles leave as early as they can.
  case departureTime = "departure_time"
  /// Drives take the fastest path's time.
  case arrivalTime = "arrival_time"
  /// Drives are as long as the fastest path.
  case driven

  // Halts
  /// Halts begin and end as the rules say, one for each visit.
  case halt
  /// A halt serves someone unless the plan has changed.
  case missedStop = "missed_stop"
  /// On the vehicle that the request was given to, once.
  case boardingVehicle = "boarding_vehicle"
  case boardingPlace = "boarding_place"
  /// The parties of a halt board together, as early as they can.
  case boardingTime = "boarding_time"
  /// Between ready and the latest boarding of the promise.
  case boardingWindow = "boarding_window"
  /// From the vehicle that the party boarded, once.
  case alightingVehicle = "alighting_vehicle"
  case alightingPlace = "alighting_place"
  /// When the vehicle arrives.
  case alightingTime = "alighting_time"
  case latestArrival = "latest_arrival"
  case rideLimit = "ride_limit"
  case seats

  // Figures
  /// A claimed figure is what the traces say.
  case figure
}
