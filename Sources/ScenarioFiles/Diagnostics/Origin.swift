/// Where a value was written.
public enum Origin: Hashable, Sendable {
  /// Lines and columns count from 1, columns in Unicode scalars.
  case text(SourceFile, line: Int, column: Int)
  /// A file as a whole.
  case file(String)
  /// A value given on the command line, as it was typed.
  case option(String)

  /// What paths in the value are relative to; empty for the current directory.
  var folder: String {
    switch self {
    case .text(let file, _, _): FilePath.folder(of: file.path)
    case .file(let path): FilePath.folder(of: path)
    case .option: ""
    }
  }
}
