/// What is wrong with a town's specification or one of its tables, for people.
public struct TownFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// Counted from 1; `nil` where the file as a whole is meant.
  public let line: Int?
  public let message: String

  public init(path: String, line: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  public var description: String {
    path + (line.map { ":\($0)" } ?? "") + ": " + message
  }
}
