public import Importers

extension InputErrors {
  /// What an importer found wrong with a file.
  public init(_ error: ImportError, in path: String) {
    self.init(at: path, error.problem)
  }

  /// A file that a command needs and that is not there.
  public static func missing(_ path: String) -> InputErrors {
    InputErrors(.missingFile, at: path, "expected a file that can be read, found none")
  }
}
