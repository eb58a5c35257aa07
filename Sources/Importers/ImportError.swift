/// What is wrong with a file that was to be imported, in words for people.
public struct ImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was expected and what was found, with the place in the file where there is one.
  public let problem: String

  public init(_ problem: String) { self.problem = problem }

  public var description: String { problem }
}
