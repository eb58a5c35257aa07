/// Which of the versions of an element a file shows: files with history hold several.
struct OSMVersion {
  /// 0 where the file does not say.
  let number: Int32
  let isDeleted: Bool

  init(number: Int64?, isDeleted: Bool) {
    self.number = Int32(clamping: max(0, number ?? 0))
    self.isDeleted = isDeleted
  }

  /// Whether one that comes later in the file holds, by number where both have one.
  static func holds(_ later: Int32, over earlier: Int32) -> Bool {
    later == 0 || earlier == 0 || later >= earlier
  }
}
