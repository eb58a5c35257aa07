/// What the values of access tags mean to a van in public service, or to a walker.
enum AccessTag {
  static func isOpen(_ value: String?) -> Bool {
    switch value {
    case "yes", "designated", "permissive", "official", "public", "destination": true
    default: false
    }
  }

  /// Values that nobody has written down mean nothing.
  static func isClosed(_ value: String?) -> Bool {
    switch value {
    case "no", "private", "agricultural", "forestry", "agricultural;forestry", "delivery",
      "emergency", "military", "permit", "residents", "restricted", "use_sidepath":
      true
    default: false
    }
  }

  /// From the most to the least specific; open to buses or to cars is enough.
  static func van(_ tags: OSMTags) -> Bool? {
    if isOpen(tags["psv"]) || isOpen(tags["bus"]) { return true }
    let value = tags.first(of: "motorcar", "motor_vehicle", "vehicle", "access")
    return isClosed(value) ? false : isOpen(value) ? true : nil
  }

  static func van(_ tags: OSMTags, along direction: String) -> Bool? {
    if isOpen(tags["psv:" + direction]) || isOpen(tags["bus:" + direction]) { return true }
    let value = tags.first(
      of: "motorcar:" + direction, "motor_vehicle:" + direction, "vehicle:" + direction,
      "access:" + direction)
    return isClosed(value) ? false : isOpen(value) ? true : nil
  }

  static func walker(_ tags: OSMTags) -> Bool? {
    let value = tags.first(of: "foot", "access")
    return isClosed(value) ? false : isOpen(value) ? true : nil
  }
}
