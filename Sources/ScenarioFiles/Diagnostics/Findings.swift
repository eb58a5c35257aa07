/// Collects the problems of one run of reading, so that they are reported together.
///
/// A reference, because every part of the reader adds to the same list; readers return `nil` for
/// what they could not read, and whoever builds the whole asks here first.
public final class Findings {
  private var diagnostics: [Diagnostic] = []
  private var countInTable: [String: Int] = [:]
  private var countInFile: [String: Int] = [:]
  private static let mostInTable = 20
  private static let mostInFile = 200

  public init() {}

  func add(_ diagnostic: Diagnostic) {
    if case .text(let file, _, _) = diagnostic.origin {
      countInFile[file.path, default: 0] += 1
      if countInFile[file.path, default: 0] > Self.mostInFile { return }
    }
    diagnostics.append(diagnostic)
  }

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
    for (counts, most) in [(countInTable, Self.mostInTable), (countInFile, Self.mostInFile)] {
      for (path, count) in counts where count > most {
        add(at: .file(path), "", "the first \(most) of \(count) problems are shown")
      }
    }
    if !diagnostics.isEmpty { throw InputErrors(diagnostics) }
  }
}
