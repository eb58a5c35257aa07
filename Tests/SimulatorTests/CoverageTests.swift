import Dispatching
import Journal
import Mobility
import TestSupport
import Testing

/// Where vans wait so that together they cover most riders: chosen by hand on a straight road.
@Suite("Coverage")
struct CoverageTests {
  private let nine = Instant(hour: 9)

  /// Riders by place, in the hour from `hour` on.
  private func forecast(_ riders: [Int: Int], hour: Int32 = 9) -> DemandForecast {
    let time = Instant(hour: hour)
    return DemandForecast(
      countedOnOtherDays: riders.sorted { $0.key < $1.key }.map { place, count in
        Request(
          id: RequestID(place), booked: time, desired: time, riders: count, boarding: .zero,
          pickups: [Access(place: PlaceID(place))], dropoffs: [Access(place: PlaceID(0))])
      })
  }

  /// Where the vans are sent as they come on duty at 0, in order of their ids.
  private func firstMoves(
    of vans: Int, _ riders: [Int: Int], reach: Int32, fading: Bool = false, busy: Int = 50,
    gain: Int = 1, places: Int = 12
  ) throws -> [Int] {
    let world = LineWorld(places: places, seats: Array(repeating: 4, count: vans))
    let parking = world.parking(
      "coverage", forecast: forecast(riders),
      [
        ("reach", .duration(.minutes(reach))), ("fading", .flag(fading)),
        ("busy_percent", .whole(busy)), ("gain_percent", .whole(gain)),
      ])
    return try world.run(world.greedy, parking: parking).records.prefix { $0.time == nine }
      .compactMap { record in
        guard case .repositioned(_, let place) = record.event else { return nil }
        return place.index
      }
  }

  @Test("within reach counts all riders alike: the lowest of the places that cover most")
  func withinReach() throws {
    // From 5 a van covers 3 to 7 within two minutes: 4 + 1 + 3 riders. From 4 it would be 4 + 1, from
    // 6 and 7 as many as 1 + 3, and from 0 none.
    #expect(try firstMoves(of: 1, [3: 4, 5: 1, 7: 3], reach: 2) == [5])
    // Of 5, 7 and 9 all cover 5 + 5 riders of 20.
    #expect(try firstMoves(of: 1, [5: 5, 7: 5, 9: 5], reach: 2) == [7])
    #expect(try firstMoves(of: 1, [4: 5, 5: 5, 9: 5, 10: 5], reach: 2) == [4])
  }

  @Test("the second van covers what the first does not, unless that is worth less than q times it")
  func secondVan() throws {
    // Beside a van at 4: at 4 again it adds q (1 - q) 10, at 9 it adds (1 - q) 6.
    #expect(try firstMoves(of: 2, [4: 10, 9: 6], reach: 2) == [4, 9])
    #expect(try firstMoves(of: 2, [4: 10, 9: 6], reach: 2, busy: 70) == [4, 4])
    // At q = 0 a second van at one place adds nothing.
    #expect(try firstMoves(of: 3, [4: 10, 9: 6], reach: 2, busy: 0) == [4, 9])
  }

  @Test("that fades with the drive prefers the middle of what it covers")
  func fading() throws {
    // Reach 10. At 5: 3 (1 - 0.4) + 4 + 3 (1 - 0.4) = 7.6; at 1: 3 + 4 * 0.6 + 3 * 0.2 = 6.
    #expect(try firstMoves(of: 1, [1: 3, 5: 4, 9: 3], reach: 10, fading: true) == [5])
    // Within reach all three are covered from 1 on already.
    #expect(try firstMoves(of: 1, [1: 3, 5: 4, 9: 3], reach: 10, fading: false) == [])
  }

  @Test("a van stays where it covers nearly as much")
  func threshold() throws {
    // From 1 it covers (1 - q) * 2 of 100 riders more than from 0: one in a hundred.
    #expect(try firstMoves(of: 1, [1: 98, 5: 2], reach: 4, gain: 1) == [1])
    #expect(try firstMoves(of: 1, [1: 98, 5: 2], reach: 4, gain: 2) == [])
    #expect(try firstMoves(of: 1, [1: 98, 5: 2], reach: 5, gain: 1) == [])
    // From 3 it covers all, from 0 half: 24.5 in a hundred more.
    #expect(try firstMoves(of: 1, [0: 49, 3: 2, 5: 49], reach: 3, gain: 24) == [3])
    #expect(try firstMoves(of: 1, [0: 49, 3: 2, 5: 49], reach: 3, gain: 25) == [])
  }

  @Test("goes by the hour that begins: half past nine is half of nine and half of ten")
  func hours() {
    var both: [Request] = []
    for (hour, place, riders) in [(9, 1, 4), (10, 2, 2)] {
      let time = Instant(hour: Int32(hour), minute: 20)
      both.append(
        Request(
          id: RequestID(both.count), booked: time, desired: time, riders: riders, boarding: .zero,
          pickups: [Access(place: PlaceID(place))], dropoffs: []))
    }
    let forecast = DemandForecast(countedOnOtherDays: both)
    #expect(forecast.places == [PlaceID(1), PlaceID(2)])
    #expect(forecast.riders(inHourFrom: nine) == [240, 0])
    #expect(forecast.riders(inHourFrom: nine + .minutes(30)) == [120, 60])
    #expect(forecast.riders(inHourFrom: nine + .minutes(45)) == [60, 90])
    #expect(forecast.riders(inHourFrom: Instant(hour: 11)) == [0, 0])
    #expect(forecast.riders(inHourFrom: Instant(hour: 25)) == [0, 0])
  }

  @Test("learns from the bookings of the day where nothing else is known")
  func learns() {
    var forecast = DemandForecast(uniformOver: [PlaceID(7), PlaceID(3)])
    #expect(forecast.riders(inHourFrom: nine) == [60, 60])
    let request = Request(
      id: RequestID(0), booked: nine, desired: nine, riders: 2, boarding: .zero,
      pickups: [Access(place: PlaceID(7))], dropoffs: [])
    forecast.note(request)
    #expect(forecast.riders(inHourFrom: nine) == [60, 180])
    var known = DemandForecast(countedOnOtherDays: [request])
    known.note(request)
    #expect(known == DemandForecast(countedOnOtherDays: [request]))
  }

  @Test("looks at the places with the most riders, and of places alike at some everywhere")
  func limited() {
    let all = DemandForecast(uniformOver: (0..<100).map { PlaceID($0) })
    #expect(all.limited(to: 4).places.map(\.index) == [0, 25, 50, 75])
    #expect(all.limited(to: 100) == all)
    let few = forecast([1: 1, 2: 5, 3: 4, 4: 1]).limited(to: 2)
    #expect(few.places.map(\.index) == [2, 3])
    #expect(few.riders(inHourFrom: nine) == [300, 240])
  }
}
