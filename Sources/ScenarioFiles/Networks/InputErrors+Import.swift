public import Importers

extension InputErrors {
  /// What an importer found wrong with a file.
  public init(_ error: ImportError, in path: String) {
    self.init(at: error.line.map { "\(path):\($0)" } ?? path, error.problem)
  }

  /// A file that a command needs and that cannot be read.
  public init(_ error: InputFile.Unreadable, in path: String) {
    self.init(.missingFile, at: path, error.problem)
  }
}
