import Indicators
import Journal
import Mobility
import Testing

@Suite("The objective of a day")
struct DayObjectiveTests {
  private func cost(_ seconds: Int) -> Cost { Cost(seconds) * 1_000_000 }

  @Test("adds up what the small day costs, each second once")
  func smallDay() {
    let objective = DayObjective(SmallDay.trace, inputs: SmallDay.inputs, weights: Weights())
    // 2 + 3 + 4 + 5 + 6 min with riders or towards them, 5 + 2 min home.
    #expect(objective.driving == cost(27 * 60))
    #expect(objective.wait == cost(30))
    // The pair rides 90 s longer than directly.
    #expect(objective.excessRide == cost(2 * 90))
    #expect(objective.walk == cost(2 * 90 + 15))
    #expect(objective.refusals == cost(3 * 3600))
    #expect(objective.total == cost(1620 + 30 + 180 + 195 + 10_800))
  }

  @Test("weighs each part by itself")
  func weights() {
    let weights = Weights(driving: 2000, wait: 3000, ride: 500, walk: 0)
    let objective = DayObjective(SmallDay.trace, inputs: SmallDay.inputs, weights: weights)
    #expect(objective.driving == cost(2 * 1620) && objective.wait == cost(3 * 30))
    #expect(objective.excessRide == cost(90) && objective.walk == 0)
    #expect(objective.refusals == cost(3 * 3 * 3600))
  }

  @Test("a party that sits in the van while it waits for another at the stop is riding")
  func heldAtTheStop() {
    let late = SmallDay.request(
      4, booked: "08:10:00", desired: "08:15:00", from: Access(place: SmallDay.a),
      to: Access(place: SmallDay.c))
    let inputs = DayInputs(
      requests: Column([SmallDay.pair, SmallDay.joiner, SmallDay.refused, SmallDay.mover, late]),
      vehicles: SmallDay.inputs.vehicles, refusalWait: .minutes(60))
    let (van, a, c) = (SmallDay.van0, SmallDay.a, SmallDay.c)
    let pair = SmallDay.promise(SmallDay.pair, "08:11:00", direct: 360)
    let trace = Trace(
      day: 0,
      records: [
        SmallDay.at("08:00:00", .accepted(SmallDay.pair.id, by: van, pair)),
        SmallDay.at("08:00:00", .departed(van, from: SmallDay.depot, to: a)),
        SmallDay.at("08:02:00", .arrived(van, at: a, driven: Meters(1000))),
        SmallDay.at("08:11:00", .boarded(SmallDay.pair.id, on: van, at: a)),
        SmallDay.at(
          "08:11:05",
          .accepted(late.id, by: van, SmallDay.promise(late, "08:15:00", direct: 360))),
        SmallDay.at("08:15:00", .boarded(late.id, on: van, at: a)),
        SmallDay.at("08:15:20", .departed(van, from: a, to: c)),
        SmallDay.at("08:21:20", .arrived(van, at: c, driven: Meters(3000))),
        SmallDay.at("08:21:20", .alighted(SmallDay.pair.id, from: van, at: c)),
        SmallDay.at("08:21:20", .alighted(late.id, from: van, at: c)),
      ])
    let objective = DayObjective(trace, inputs: inputs, weights: Weights())
    // Four minutes for two riders; boarding takes 20 s, which is nobody's wait.
    #expect(objective.excessRide == cost(2 * 240))
    #expect(objective.wait == 0)
  }
}
