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

  init(_ diagnostic: Diagnostic) { self.init(CollectionOfOne(diagnostic)) }

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
