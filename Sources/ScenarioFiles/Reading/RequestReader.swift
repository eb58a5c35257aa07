import Mobility
import ScenarioModel

/// Reads requests one by one; what one party is says nothing about another.
struct RequestReader {
  let ages: [DemandModel.AgeClass]
  let walking: DemandModel.Walking?
  let boarding: TimeSpan?

  func entry(_ line: any RequestLine) -> RequestsSection.Entry? {
    let booked = line.required("booked", .bookingTime)
    let departure = departure(line, booked: booked)
    let riders = line.text("riders") == nil ? 1 : line.required("riders", .whole(1...100))
    let from = line.end("from")
    let to = line.end("to")
    let ageClass = ageClass(line)
    let channel =
      line.text("channel") == nil ? .app : line.required("channel", .choice(Booking.Channel.self))
    reportDoors(line, from, to)
    guard let booked, let departure, let riders, let from, let to, let channel,
      let boarding = ageClass?.boarding ?? boarding
    else { return nil }
    return RequestsSection.Entry(
      name: line.text("id") ?? "", booked: booked, departure: departure, riders: riders, from: from,
      to: to,
      ageClass: ageClass, age: line.text("age") ?? "", purpose: line.text("purpose") ?? "",
      channel: channel, boarding: boarding)
  }

  private func departure(
    _ line: any RequestLine, booked: Instant?
  ) -> RequestsSection.Entry.Departure? {
    guard line.text("arrive_by") != nil else {
      guard let desired = line.required("desired", .timeOfDay) else { return nil }
      guard let booked, desired < booked else { return .desired(desired) }
      line.report("desired", "expected a time from \(booked) on, found \(desired)")
      return nil
    }
    if line.text("desired") != nil {
      line.report("arrive_by", "expected either desired or arrive_by, found both")
    }
    guard let arrival = line.required("arrive_by", .timeOfDay) else { return nil }
    guard let booked, arrival < booked else { return .arriveBy(arrival) }
    line.report("arrive_by", "expected a time from \(booked) on, found \(arrival)")
    return nil
  }

  private func ageClass(_ line: any RequestLine) -> DemandModel.AgeClass? {
    guard !ages.isEmpty else { return nil }
    return line.required("age", .choice(ages.map { ($0.name, $0) }))
  }

  /// From a door somebody has to walk.
  private func reportDoors(
    _ line: any RequestLine, _ from: RequestsSection.Entry.End?, _ to: RequestsSection.Entry.End?
  ) {
    for (end, column) in [(from, "from_latitude_deg"), (to, "to_latitude_deg")] {
      guard case .door? = end, ages.isEmpty || walking == nil else { continue }
      line.report(
        column, "expected `ages` and `walking` beside a list with coordinates, found none")
    }
  }
}
