import Mobility
import ScenarioModel

/// `demand.requests`: parties one by one, from a table or written out.
struct RequestsSection {
  struct Entry {
    enum Departure {
      case desired(Instant)
      case arriveBy(Instant)
    }

    enum End {
      case place(PlaceID)
      case door(Coordinate)
    }

    /// The id of the list; empty where it has none.
    let name: String
    let booked: Instant
    let departure: Departure
    let riders: Int
    let from: End
    let to: End
    /// `nil` where the list knows no age classes.
    let ageClass: DemandModel.AgeClass?
    let age: String
    let purpose: String
    let channel: Booking.Channel
    let boarding: TimeSpan
  }

  let entries: [Entry]
  let walking: DemandModel.Walking?
  let ages: [DemandModel.AgeClass]
  private let boarding: TimeSpan?
  private let places: PlacesSections
  private let lines: [any RequestLine]

  private static let layout = Table.Layout(
    required: ["booked"],
    optional: [
      "id", "desired", "arrive_by", "riders", "from_stop", "to_stop", "from_latitude_deg",
      "from_longitude_deg", "to_latitude_deg", "to_longitude_deg", "age", "purpose", "channel",
    ])
  private static let keys = [
    "id", "booked", "desired", "arrive_by", "riders", "from", "to", "age", "purpose", "channel",
  ]

  /// Without places nothing can be told about requests that lie between them.
  init?(_ demand: Section, places: PlacesSections?) {
    let ages = demand.has("ages") ? PartySections.ages(demand) : []
    let walking = demand.has("walking") ? PartySections.walking(demand) : nil
    if demand.has("ages"), demand.has("boarding") {
      demand.report("boarding", "expected it with the age classes, found it beside them")
    }
    let boarding = demand.has("ages") ? nil : demand.required("boarding", .duration())
    guard let ages, let places else { return nil }
    self.ages = ages
    self.walking = walking
    self.boarding = boarding
    self.places = places
    let value = demand.value("requests", expected: "a list or the path of a table")
    guard let lines = Self.lines(demand, value, places) else { return nil }
    var seen: Set<String> = []
    for line in lines {
      let id = line.text("id") ?? ""
      if !id.isEmpty, !seen.insert(id).inserted {
        line.report("id", "expected each id once, found \"\(id)\" again")
      }
    }
    let reader = RequestReader(ages: ages, walking: walking, boarding: boarding)
    self.lines = lines
    entries = lines.compactMap { reader.entry($0) }
  }

  /// Reports doors that are far from every stop; to be asked when all entries could be read.
  func checkDoors(by distances: DoorDistances) {
    for (line, entry) in zip(lines, entries) {
      for (name, end) in [("from", entry.from), ("to", entry.to)] {
        guard case .door(let point) = end, let problem = distances.problem(of: point, "a door")
        else { continue }
        line.report("\(name)_latitude_deg", problem)
      }
    }
  }

  private static func lines(
    _ demand: Section, _ value: YAMLValue?, _ places: PlacesSections
  ) -> [any RequestLine]? {
    guard case .scalar? = value?.content else {
      return demand.sections("requests", known: keys)?
        .map { InlineRequest(section: $0, places: places) }
    }
    return demand.table("requests", layout: layout)?.rows
      .map { TableRequest(row: $0, places: places) }
  }
}
