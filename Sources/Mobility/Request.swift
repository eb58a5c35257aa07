/// A party's wish to travel, as it was booked.
public struct Request: Hashable, Sendable {
  public let id: RequestID
  public private(set) var booked: Instant
  /// The earliest moment the party leaves its door.
  public let desired: Instant
  /// When boarding must begin, where that is earlier than the maximum wait allows.
  public let boardBy: Instant?
  /// How much longer than the service's maximum the party is ready to wait: a question that is asked
  /// afterwards (`noriai run --explain`), zero for every party of a scenario.
  public var extraWait = TimeSpan.zero
  /// When the vehicle that brings the party can let it off at the earliest, if that is bound.
  public let arriveFrom: Instant?
  /// When the party must be at its destination, if it asked for that.
  public let arriveBy: Instant?
  public let riders: Int
  /// The places that the party takes.
  public let load: Load
  /// How long the party takes to board, and again to alight.
  public let boarding: TimeSpan
  /// Where it can board, nearest first; empty when every place is too far to walk.
  public var pickups: [Access]
  /// Where it can alight, nearest first; empty when every place is too far to walk.
  public var dropoffs: [Access]

  public init(
    id: RequestID, booked: Instant, desired: Instant, boardBy: Instant? = nil,
    arriveFrom: Instant? = nil, arriveBy: Instant? = nil, riders: Int = 1,
    load: Load? = nil, boarding: TimeSpan, pickups: [Access], dropoffs: [Access]
  ) {
    precondition(riders > 0, "a request carries at least one rider")
    precondition(booked <= desired, "a request is booked after it wants to leave")
    self.id = id
    self.booked = booked
    self.desired = desired
    self.boardBy = boardBy
    self.arriveFrom = arriveFrom
    self.arriveBy = arriveBy
    self.riders = riders
    self.load = load ?? Load(seats: riders)
    self.boarding = boarding
    self.pickups = pickups
    self.dropoffs = dropoffs
  }

  /// The same wish, booked so much earlier.
  public func booked(earlier lead: TimeSpan) -> Request {
    precondition(lead >= .zero, "a request is booked after it wants to leave")
    var request = self
    request.booked = booked - lead
    return request
  }
}
public typealias RequestID = ID<Request>
