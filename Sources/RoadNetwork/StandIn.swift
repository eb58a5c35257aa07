public import Mobility

public enum TurningPoints: Sendable { case none, nodes, edges }

public struct PinnedPlace: Sendable {
  let times: TravelTimes
  var place: PlaceID?
  public init(_ times: TravelTimes) { self.times = times }
  public mutating func pin(_ place: PlaceID) { self.place = place }
  public func drive(from origin: PlaceID) -> TimeSpan {
    times.drive(from: origin, to: place!, departing: Instant(milliseconds: 0))
  }
  public func drive(to destination: PlaceID) -> TimeSpan {
    times.drive(from: place!, to: destination, departing: Instant(milliseconds: 0))
  }
}

public struct Trail: Sendable {
  public var place: PlaceID
  public var time: Instant
  public var driven = Meters.zero
  public init(from origin: PlaceID, to destination: PlaceID, departing: Instant) {
    place = origin
    time = departing
  }
  public mutating func advance(
    to now: Instant, in times: TravelTimes, using scratch: inout TravelTimes.Scratch
  ) {
    preconditionFailure()
  }
}

public struct RoadCells: Sendable {
  public var count: Int { 1 }
  public func cell(of place: PlaceID) -> Int32 { 0 }
  public func least(from: Int32, to: Int32) -> TimeSpan { .zero }
}

extension TravelTimes {
  public var cells: RoadCells { RoadCells() }
}
extension RoadCells {
  public func markEllipse(
    from: Int32, to: Int32, longest: TimeSpan, in bits: inout ContiguousArray<UInt64>
  ) {
    bits[0] |= 1
  }
}
