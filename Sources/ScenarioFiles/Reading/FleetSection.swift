import Mobility
import RoadNetwork

/// `fleet`: vans that are all alike, or vehicles one by one.
struct FleetSection {
  let vehicles: Column<Vehicle, Vehicle>
  let names: Column<Vehicle, String>
  private let kinds: [Kind]

  private struct Kind {
    let start: PlaceID
    let end: PlaceID?
    let seats: Int
    let shift: TimeWindow
    let section: Section

    func vehicle(_ position: Int) -> Vehicle {
      Vehicle(
        id: VehicleID(position), start: start, end: end, cabin: Cabin(seats: seats), shift: shift)
    }
  }

  private static let kindKeys = ["seats", "start", "end", "shift"]

  /// Without places the names of places are taken on trust: they are reported already.
  init?(_ root: Section, places: PlacesSections?) {
    guard let section = root.section("fleet", known: ["vans"] + Self.kindKeys + ["vehicles"])
    else { return nil }
    guard section.has("vehicles") else {
      let vans = section.required("vans", .whole(1...1000))
      guard let kind = Self.kind(section, places), let vans else { return nil }
      kinds = [kind]
      vehicles = Column((0..<vans).map { kind.vehicle($0) })
      names = Column((0..<vans).map { "van \($0 + 1)" })
      return
    }
    for key in ["vans"] + Self.kindKeys where section.has(key) {
      section.report(key, "expected either vans or a list of vehicles, found both")
    }
    guard let items = section.sections("vehicles", known: ["name"] + Self.kindKeys) else {
      return nil
    }
    if items.isEmpty { section.report("vehicles", "expected at least one vehicle, found none") }
    var kinds: [Kind] = []
    var names: [String] = []
    for item in items {
      let name = item.required("name", .text)
      guard let kind = Self.kind(item, places), let name else { continue }
      if names.contains(name) {
        item.report("name", "expected each name once, found \"\(name)\" again")
      }
      kinds.append(kind)
      names.append(name)
    }
    vehicles = Column(kinds.enumerated().map { $0.element.vehicle($0.offset) })
    self.names = Column(names)
    self.kinds = kinds
  }

  /// Reports shifts that are too short for the drive from their first place to their last.
  func check(with travelTimes: TravelTimes) {
    for kind in kinds {
      guard let end = kind.end else { continue }
      let drive = travelTimes.drive(from: kind.start, to: end, departing: kind.shift.opens)
      if drive > kind.shift.length {
        kind.section.report(
          "shift",
          "expected a shift of at least \(Quantity.text(drive)), as the drive from start "
            + "to end takes, found \(Quantity.text(kind.shift.length))")
      }
    }
  }

  private static func kind(_ section: Section, _ places: PlacesSections?) -> Kind? {
    let seats = section.required("seats", .whole(1...100))
    let start = section.place("start", of: places)
    let isOpen = section.has("end") && section.isWord("end", "anywhere")
    let end = section.has("end") && !isOpen ? section.place("end", of: places) : start
    let shift = section.required("shift", .window)
    guard let seats, let start, let end, let shift else { return nil }
    return Kind(start: start, end: isOpen ? nil : end, seats: seats, shift: shift, section: section)
  }
}

extension Section {
  /// The stop or depot that a field names by its key.
  func place(_ key: String, of places: PlacesSections?) -> PlaceID? {
    guard let name = required(key, Form<String>(expected: "the key of a place", read: { $0 })),
      let places
    else { return nil }
    return places.id(of: name, for: .vehicles) { report(key, $0, hint: $1()) }
  }

  func isWord(_ key: String, _ word: String) -> Bool {
    guard case .scalar(let text)? = optionalValue(key)?.content else { return false }
    return text == word
  }
}
