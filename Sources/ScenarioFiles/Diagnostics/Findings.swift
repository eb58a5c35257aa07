/// Collects the problems of one run of reading, so that they are reported together.
///
/// A reference, because every part of the reader adds to the same list; readers return `nil` for
/// what they could not read, and whoever builds the whole asks here first.
public final class Findings {
  private var diagnostics: [Diagnostic] = []
  private var countInTable: [String: Int] = [:]
  private static let mostInTable = 20

  public init() {}

  func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  public func add(
    _ kind: Diagnostic.Kind = .badData, at origin: Origin, _ field: String, _ problem: String,
    hint: String? = nil
  ) {
    add(Diagnostic(kind, at: origin, field: field, problem: problem, hint: hint))
  }

  /// Counts a problem of a table; `false` when it has enough of them already.
  ///
  /// One wrong unit in a heading can make ten thousand cells wrong.
  func hasRoom(for table: SourceFile) -> Bool {
    countInTable[table.path, default: 0] += 1
    return countInTable[table.path, default: 0] <= Self.mostInTable
  }

  /// Ends the run when there is any problem.
  public func check() throws(InputErrors) {
    for (path, count) in countInTable where count > Self.mostInTable {
      add(at: .file(path), "", "the first \(Self.mostInTable) of \(count) problems are shown")
    }
    if !diagnostics.isEmpty { throw InputErrors(diagnostics) }
  }
}
