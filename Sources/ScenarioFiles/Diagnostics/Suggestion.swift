/// What a misspelled key may have meant.
public enum Suggestion {
  /// A longer word is no misspelled key, and would take long to compare.
  private static let longest = 100

  /// The nearest known key, or all of them when none is near.
  public static func hint(
    for key: String, among known: [String], called noun: String = "key"
  ) -> String? {
    let nearest = (key.utf8.count > longest ? [] : known).enumerated()
      .map { (distance: editDistance(key, $0.element), position: $0.offset, key: $0.element) }
      .min { ($0.distance, $0.position) < ($1.distance, $1.position) }
    if let nearest, nearest.distance <= max(2, key.count / 3) {
      return "nearest known \(noun): \(nearest.key)"
    }
    guard (1...20).contains(known.count) else { return nil }
    return "known \(plural(noun)): " + known.joined(separator: ", ")
  }

  private static func plural(_ noun: String) -> String {
    noun.hasSuffix("gy") ? noun.dropLast() + "ies" : noun + "s"
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into another.
  ///
  /// - SeeAlso: Damerau (1964), "A technique for computer detection and correction of spelling
  ///   errors", Communications of the ACM 7(3), 171–176, doi:10.1145/363958.363994.
  static func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    var rows = [Array(0...b.count)]
    for i in 1..<(a.count + 1) {
      var row = [i]
      for j in 1..<(b.count + 1) {
        let differs = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + differs)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, rows[i - 2][j - 2] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
