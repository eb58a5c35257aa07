import Benchmark
import Mobility
import RoadNetwork

/// Travel times on grids of 100 m blocks; what each figure must reach stands in the README.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuUser], warmupIterations: 1, maxDuration: .seconds(20))

  for side in [100, 300] {
    Benchmark("Hierarchy and labels of \(side * side) nodes") { benchmark, network in
      blackHole(RoutingIndex(network))
    } setup: {
      StreetGrid(side: side, seed: 1).network
    }

    Benchmark("Point to point at \(side * side) nodes", configuration: thousandfold) {
      benchmark, city in
      for k in city.questions(benchmark) {
        let (from, to) = (city.origins[k], city.destinations[k])
        blackHole(city.times.drive(from: from, to: to, departing: city.departing))
      }
    } setup: {
      City(side: side)
    }

    Benchmark("One to all at \(side * side) nodes") { benchmark, city in
      var sweep = city.sweep
      // The first run makes the scratch space this closure's own.
      sweep.run(from: [NodeID(0)])
      benchmark.startMeasurement()
      sweep.run(from: [NodeID(city.origins[0].index)])
      benchmark.stopMeasurement()
      blackHole(sweep)
    } setup: {
      City(side: side)
    }

    Benchmark("One to 1,000 at \(side * side) nodes") { benchmark, city in
      var scratch = city.times.makeScratch()
      var drives: ContiguousArray<TimeSpan> = []
      let some = Array(city.destinations.prefix(1000))
      drives.reserveCapacity(some.count)
      let k = benchmark.currentIteration % city.origins.count
      benchmark.startMeasurement()
      city.times.drives(
        from: city.origins[k], to: some, departing: city.departing, into: &drives,
        using: &scratch)
      benchmark.stopMeasurement()
      blackHole(drives)
    } setup: {
      City(side: side)
    }

    Benchmark("Pinned place to many at \(side * side) nodes", configuration: thousandfold) {
      benchmark, city in
      var pinned = PinnedPlace(city.times)
      pinned.pin(city.origins[benchmark.currentIteration % city.origins.count])
      benchmark.startMeasurement()
      for k in city.questions(benchmark) { blackHole(pinned.drive(to: city.destinations[k])) }
      benchmark.stopMeasurement()
    } setup: {
      City(side: side)
    }

    Benchmark("Many to a pinned place at \(side * side) nodes", configuration: thousandfold) {
      benchmark, city in
      var pinned = PinnedPlace(city.times)
      pinned.pin(city.origins[benchmark.currentIteration % city.origins.count])
      benchmark.startMeasurement()
      for k in city.questions(benchmark) { blackHole(pinned.drive(from: city.destinations[k])) }
      benchmark.stopMeasurement()
    } setup: {
      City(side: side)
    }

    Benchmark("Steps of trails at \(side * side) nodes", configuration: thousandfold) {
      benchmark, city in
      var scratch = city.times.makeScratch()
      var k = benchmark.currentIteration % city.origins.count
      var trail = city.trail(k)
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        trail.advance(to: trail.time + .step, in: city.times, using: &scratch)
        if trail.place == trail.destination {
          k = (k + 1) % city.origins.count
          trail = city.trail(k)
        }
      }
      benchmark.stopMeasurement()
      blackHole(trail)
    } setup: {
      City(side: side)
    }

    Benchmark("Least times between parts of \(side * side) nodes") { benchmark, city in
      blackHole(NodeCells(city.network, labels: city.index.labels))
    } setup: {
      City(side: side)
    }

    Benchmark("Path at \(side * side) nodes", configuration: .init(warmupIterations: 10)) {
      benchmark, city in
      let k = benchmark.currentIteration % city.origins.count
      let (from, to) = (city.origins[k], city.destinations[k])
      blackHole(city.times.path(from: from, to: to, departing: city.departing))
    } setup: {
      City(side: side)
    }
  }

  for placeCount in [200, 1000, 2000] {
    Benchmark("Look-up in a matrix of \(placeCount) places", configuration: thousandfold) {
      benchmark, village in
      var sum = TimeSpan.zero
      for k in village.questions(benchmark) {
        let (from, to) = (village.origins[k], village.destinations[k])
        sum += village.times.drive(from: from, to: to, departing: village.departing)
      }
      blackHole(sum)
    } setup: {
      City(side: 50, placeCount: placeCount)
    }
  }
}

/// Medians are of 1,000 questions at once, so that the clock does not count.
private var thousandfold: Benchmark.Configuration {
  .init(metrics: [.wallClock], warmupIterations: 10, scalingFactor: .kilo, maxDuration: .seconds(5))
}

/// A grid with its travel times, and more random questions than caches hold answers to.
private struct City {
  let network: RoadNetwork
  let index: RoutingIndex
  let times: TravelTimes
  let sweep: HierarchySweep
  let origins: [PlaceID]
  let destinations: [PlaceID]
  let departing = Instant(hour: 9)

  /// Labels between all nodes, or a matrix between some of them.
  init(side: Int, placeCount: Int? = nil) {
    let grid = StreetGrid(side: side, seed: 1)
    network = grid.network
    index = RoutingIndex(network)
    let places = Column<Place, Place>(grid.places.values.prefix(placeCount ?? .max))
    let backend: TravelTimes.Backend = placeCount == nil ? .labels : .matrix
    let index = index
    let times = TravelTimes(
      network, between: places, turningPoints: placeCount == nil ? .edges : .none, backend: backend
    ) { _ in index }
    guard let times else { preconditionFailure("a grid is connected") }
    self.times = times
    sweep = HierarchySweep(index)
    var numbers = SeededGenerator(seed: 7)
    func random() -> PlaceID { PlaceID(.random(in: 0..<places.count, using: &numbers)) }
    origins = (0..<Self.questionCount).map { _ in random() }
    destinations = (0..<Self.questionCount).map { _ in random() }
  }

  private static let questionCount = 200_000

  func trail(_ k: Int) -> Trail {
    Trail(from: origins[k], to: destinations[k], departing: departing)
  }

  /// The next thousand, from the beginning again when all have been asked.
  func questions(_ benchmark: Benchmark) -> Range<Int> {
    let first = benchmark.currentIteration * 1000 % Self.questionCount
    return first..<first + benchmark.scaledIterations.count
  }
}

extension TimeSpan {
  /// Less than any block takes: a trail goes on by one.
  fileprivate static var step: Self { Self(milliseconds: 1) }
}
