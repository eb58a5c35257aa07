/// Everything that is wrong with the files of a command: at least one problem, sorted by place.
public struct InputErrors: Error, Hashable, Sendable {
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: some Sequence<Diagnostic>) {
    let sorted = diagnostics.sorted()
    precondition(!sorted.isEmpty, "an error without a problem")
    self.diagnostics = sorted.enumerated()
      .filter { position, diagnostic in position == 0 || sorted[position - 1] != diagnostic }
      .map { $0.element }
  }

  /// One problem of a file or folder as a whole.
  public init(
    _ kind: Diagnostic.Kind = .badData, at path: String, _ problem: String, hint: String? = nil
  ) {
    let diagnostic = Diagnostic(kind, at: .file(path), field: "", problem: problem, hint: hint)
    self.init(CollectionOfOne(diagnostic))
  }

  /// The status that a command ends with: bad data outranks missing files.
  public var exitCode: Int32 {
    let kinds = Set(diagnostics.map { $0.kind })
    if kinds.contains(.cannotWrite) { return Diagnostic.Kind.cannotWrite.exitCode }
    let kind: Diagnostic.Kind = kinds.contains(.badData) ? .badData : .missingFile
    return kind.exitCode
  }
}

extension InputErrors: CustomStringConvertible {
  public var description: String {
    diagnostics.map { $0.description }.joined(separator: "\n")
  }
}
