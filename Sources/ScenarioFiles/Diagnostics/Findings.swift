/// Collects the problems of one run of reading, so that they are reported together.
///
/// A reference, because every part of the reader adds to the same list; readers return `nil` for
/// what they could not read, and whoever builds the whole asks here first.
final class Findings {
  private(set) var diagnostics: [Diagnostic] = []

  func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func add(
    _ kind: Diagnostic.Kind = .badData, at origin: Origin, _ field: String, _ problem: String,
    hint: String? = nil
  ) {
    add(Diagnostic(kind, at: origin, field: field, problem: problem, hint: hint))
  }

  /// Ends the run when there is any problem.
  func check() throws(InputErrors) {
    if !diagnostics.isEmpty { throw InputErrors(diagnostics) }
  }
}
