import Mobility
import RoadNetwork
import ScenarioModel
import Testing

@Suite struct BookingsTests {
  private let model = SmallDemand.model

  @Test func theNumberOfBookingsIsPoisson() {
    let counts = (0..<1000).map { day in
      Double(
        model.bookings(
          onDay: day, seed: 2, places: SmallDemand.places, hours: SmallDemand.hours
        ).count)
    }
    let mean = counts.reduce(0, +) / 1000
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999
    #expect(abs(mean - 40) < 0.8)
    #expect(abs(variance - 40) < 7)
  }

  @Test func idsAreDenseInOrderOfBooking() {
    for day in 0..<20 {
      let bookings = model.bookings(
        onDay: day, seed: 1, places: SmallDemand.places, hours: SmallDemand.hours)
      #expect(bookings.map(\.request.id.index) == Array(bookings.indices))
      #expect(
        zip(bookings, bookings.dropFirst()).allSatisfy { $0.request.booked <= $1.request.booked })
    }
  }

  @Test func nobodyBooksAfterTheTripBegins() {
    let night = TimeWindow(opens: Instant(hour: 40), closes: Instant(hour: 44))
    let bookings = model.bookings(onDay: 0, seed: 1, places: SmallDemand.places, hours: night)
    #expect(!bookings.isEmpty)
    #expect(bookings.allSatisfy { $0.request.booked == $0.request.desired })
  }

  @Test func whatIsPromisedIsDrawn() {
    var model = model
    model.zones.removeLast()
    for (shortest, share) in [(0, 1.0), (2000, 1), (3500, 0)] {
      model.shortestTrip = Meters(Int32(shortest))
      #expect(abs(TripOutlook(of: model).bookingsPerDay - 40 * share) < 1e-9)
      #expect(model.bookings(days: 3).isEmpty == (share == 0))
    }
    // Nobody but the elderly lives there.
    model.shortestTrip = .zero
    model.zones[0].elderlyShare = 1
    #expect(abs(TripOutlook(of: model).bookingsPerDay - 16) < 1e-9)
    let drawn = model.bookings(days: 100)
    #expect(drawn.allSatisfy { $0.age == "70+" })
    #expect(abs(Double(drawn.count) / 100 - 16) < 2)
  }

  @Test func aPurposeWithoutTripsIsNamed() {
    var model = model
    var near = SmallDemand.shopping
    near.name = "next door"
    near.attractions = [near.attractions[0]]
    model.zones.removeLast()
    model.purposes.append(near)
    model.shortestTrip = Meters(2000)
    let outlook = TripOutlook(of: model)
    #expect(outlook.impossiblePurposes == ["next door"])
    #expect(abs(outlook.bookingsPerDay - 20) < 1e-9)
  }

  @Test func theSameDayIsTheSameAndOthersAreNot() {
    func day(_ day: Int, seed: UInt64) -> [Booking] {
      model.bookings(onDay: day, seed: seed, places: SmallDemand.places, hours: SmallDemand.hours)
    }
    #expect(day(3, seed: 1) == day(3, seed: 1))
    #expect(day(3, seed: 1) != day(4, seed: 1))
    #expect(day(3, seed: 1) != day(3, seed: 2))
  }

  /// Common random numbers: one attribute's shares change that attribute alone.
  @Test func anotherPhoneShareLeavesTheTripsAsTheyWere() {
    var other = model
    other.phoneShare = 0.9
    let trips = model.bookings(days: 5).map { [$0.origin, $0.destination] }
    #expect(other.bookings(days: 5).map { [$0.origin, $0.destination] } == trips)
  }

  @Test func sharesOfAgeChannelPartyAndDirectionAreKept() {
    let bookings = model.bookings(days: 200)
    #expect(abs(bookings.share { $0.age == "70+" } - 0.4) < 0.02)
    #expect(abs(bookings.share { $0.channel == .phone } - 0.35) < 0.02)
    #expect(abs(bookings.share { $0.request.riders == 2 } - 0.2) < 0.02)
    #expect(abs(bookings.share { $0.destinationZone == "middle" } - 0.5) < 0.02)
    #expect(bookings.allSatisfy { $0.request.boarding == .seconds($0.age == "70+" ? 15 : 8) })
  }

  @Test func departuresFollowTheHours() {
    let minutes = model.bookings(days: 200).map { $0.request.desired.milliseconds / 60_000 }
    let morning = minutes.filter { $0 / 60 == 9 }
    #expect(minutes.allSatisfy { $0 / 60 == 9 || $0 / 60 == 14 })
    #expect(abs(Double(morning.count) / Double(minutes.count) - 0.75) < 0.02)
    #expect(abs(morning.share { $0 % 60 < 30 } - 0.5) < 0.03)
  }

  @Test func theElderlyLiveWhereTheElderlyLive() {
    let elderly = model.bookings(days: 200).filter { $0.age == "70+" }
    #expect(
      abs(elderly.share { $0.originZone == "old" || $0.destinationZone == "old" } - 0.8) < 0.02)
  }

  @Test func homesLieEvenlyWithinTheirZone() {
    let homes = model.bookings(days: 100).map {
      $0.originZone == "middle" ? $0.destination : $0.origin
    }
    let distances = homes.map {
      min($0.distance(to: SmallDemand.west), $0.distance(to: SmallDemand.east))
    }
    #expect(distances.allSatisfy { $0 <= 250.01 })
    // Half of the radius holds a quarter of the disc.
    #expect(abs(distances.share { $0 < 125 } - 0.25) < 0.02)
    #expect(abs(homes.share { $0.latitude > 0 } - 0.5) < 0.03)
  }

  /// With 1 km as gravity distance, 1 km leaves a quarter and 3 km a sixteenth: four to one.
  @Test func theNearShopDrawsFourTimesAsManyAsTheFarOne() {
    var model = model
    for zone in model.zones.indices { model.zones[zone].radius = Meters(1) }
    let bookings = model.bookings(days: 200)
    let near = bookings.share {
      let shop = $0.originZone == "middle" ? $0.origin : $0.destination
      let home = $0.originZone == "middle" ? $0.destination : $0.origin
      return shop.distance(to: home) < 2000
    }
    #expect(abs(near - 0.8) < 0.02)
  }

  @Test func nobodyBooksATripThatIsTooShort() {
    var model = model
    model.shortestTrip = Meters(1000)
    let lengths = model.bookings(days: 50).map { $0.origin.distance(to: $0.destination) }
    #expect(lengths.allSatisfy { $0 >= 1000 })
    #expect(lengths.contains { $0 < 1100 })
    model.shortestTrip = Meters(10_000)
    #expect(model.bookings(days: 3).isEmpty)
  }

  @Test func leadTimesAreDrawnByWeightAndEndADayBeforeOpening() {
    let requests = model.bookings(days: 200).map(\.request)
    let soon = requests.filter { $0.desired - $0.booked <= .minutes(60) }
    #expect(soon.allSatisfy { $0.desired - $0.booked >= .minutes(10) })
    #expect(abs(Double(soon.count) / Double(requests.count) - 0.75) < 0.02)
    #expect(requests.allSatisfy { $0.booked >= Instant(hour: -15) })
    #expect(requests.contains { $0.booked == Instant(hour: -15) })
  }

  @Test func walksKeepTheLimitOfTheAgeClass() {
    let bookings = model.bookings(days: 100)
    for booking in bookings {
      let limit: Int32 = booking.age == "70+" ? 200 : 400
      let accesses = booking.request.pickups + booking.request.dropoffs
      #expect(accesses.allSatisfy { $0.distance.count <= limit })
    }
    // 200 m on foot are 154 m straight: nearly two thirds of the old live farther off.
    let elderly = bookings.filter { $0.age == "70+" && $0.originZone != "middle" }
    #expect(abs(elderly.share { $0.request.pickups.isEmpty } - 0.62) < 0.06)
    #expect(bookings.allSatisfy { $0.age == "70+" || !$0.request.pickups.isEmpty })
  }

  @Test func ridersComeInPulsesAfterTheirTrains() {
    var model = model
    model.purposes[0].timing = .trains(
      .init(
        first: Instant(hour: 17), last: Instant(hour: 18), headway: .seconds(450),
        shortestEgress: .minutes(1), longestEgress: .minutes(3)))
    let seconds = model.bookings(days: 100).map {
      ($0.request.desired - Instant(hour: 17)).milliseconds / 1000
    }
    #expect(seconds.allSatisfy { (60...180).contains($0 % 450) && (0..<3600 + 450).contains($0) })
    #expect(Set(seconds.map { $0 / 450 }) == Set(0...8))
  }

  /// From 17:00 every 7.5 minutes at the near shop, as a station, and 2.5 minutes later at the far.
  @Test func aLaterStationIsReachedLater() {
    var model = model
    model.purposes[0].outboundShare = 0
    model.purposes[0].timing = .trains(
      .init(
        first: Instant(hour: 17), last: Instant(hour: 18), headway: .seconds(450),
        shortestEgress: .minutes(1), longestEgress: .minutes(3)))
    let together = model.bookings(days: 100)
    model.purposes[0].attractions[1].trainDelay = .seconds(150)
    let apart = model.bookings(days: 100)
    #expect(apart.count == together.count)
    for (station, delay) in [(SmallDemand.near, 0), (SmallDemand.far, 150)] {
      let seconds = apart.filter { $0.origin == station }.map {
        Int(($0.request.desired - Instant(hour: 17)).milliseconds / 1000)
      }
      #expect(Set(seconds.map { ($0 - delay) / 450 }) == Set(0...8), "\(delay) s")
      #expect(seconds.allSatisfy { (60...180).contains(($0 - delay) % 450) }, "\(delay) s")
    }
  }

  @Test func anotherVanMeetsTheSameRiders() throws {
    var scenario = try SmallDemand.scenario(vans: 1)
    let riders = scenario.bookings(onDay: 4)
    #expect(!riders.isEmpty)
    #expect(try SmallDemand.scenario(vans: 5).bookings(onDay: 4) == riders)
    scenario.strategies = []
    #expect(scenario.bookings(onDay: 4) == riders)
    #expect(scenario.bookings(onDay: 5) != riders)
  }

  @Test func listedBookingsComeEveryDay() throws {
    var scenario = try SmallDemand.scenario(vans: 1)
    let listed = scenario.bookings(onDay: 0)
    scenario.demand = .listed(listed)
    #expect(scenario.bookings(onDay: 7) == listed)
  }
}
