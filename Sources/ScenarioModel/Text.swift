/// A text that planners read, in both languages.
public struct Text: Hashable, Sendable {
  public let english: String
  public let japanese: String

  public init(english: String, japanese: String) {
    self.english = english
    self.japanese = japanese
  }
}
