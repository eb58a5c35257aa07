/// What is wrong with a file that was to be imported, in words for people.
public struct ImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1; `nil` where the file has none, or as a whole is at fault.
  public let line: Int?
  /// What was expected and what was found, with the field where there is one.
  public let problem: String

  public init(line: Int? = nil, _ problem: String) {
    self.line = line
    self.problem = problem
  }

  public var description: String { line.map { "\($0): \(problem)" } ?? problem }
}
