public import Importers

extension InputErrors {
  /// What an importer found wrong with a file.
  public init(_ error: ImportError, in path: String) {
    self.init(Diagnostic(at: .file(path), field: "", problem: error.problem))
  }

  /// A file that a command needs and that is not there.
  public static func missing(_ path: String) -> InputErrors {
    InputErrors(
      Diagnostic(
        .missingFile, at: .file(path), field: "",
        problem: "expected a file that can be read, found none"))
  }
}
