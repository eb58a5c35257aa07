/// Elements of one kind, of which the last version holds, and nothing if that is a deletion.
struct LatestVersions<Content> {
  private var ids: [Int64] = []
  private var numbers: [Int32] = []
  private var contents: [Content?] = []

  var count: Int { ids.count }

  /// Without content where the version is a deletion.
  mutating func add(_ id: Int64, _ version: OSMVersion, _ content: Content) {
    ids.append(id)
    numbers.append(version.number)
    contents.append(version.isDeleted ? nil : content)
  }

  struct Outcome {
    /// In the order of ids, so that the order of the file does not matter.
    var elements: [(id: Int64, content: Content)] = []
    var olderVersions = 0
    var deleted = 0
  }

  var outcome: Outcome {
    var outcome = Outcome()
    outcome.elements.reserveCapacity(count)
    let order = ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
    var next = 0
    while next < order.count {
      var latest = order[next]
      next += 1
      while next < order.count, ids[order[next]] == ids[latest] {
        if OSMVersion.holds(numbers[order[next]], over: numbers[latest]) { latest = order[next] }
        outcome.olderVersions += 1
        next += 1
      }
      if let content = contents[latest] {
        outcome.elements.append((ids[latest], content))
      } else {
        outcome.deleted += 1
      }
    }
    return outcome
  }
}
