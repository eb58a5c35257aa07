public import Indicators
public import ScenarioModel

/// A text in both languages, as the page keeps it.
public struct PageText: Hashable, Sendable, Encodable {
  public let en: String
  public let ja: String

  public init(_ english: String, _ japanese: String) {
    en = english
    ja = japanese
  }

  public init(_ text: Text) { self.init(text.english, text.japanese) }

  public init(_ wording: IndicatorDefinition.Wording) {
    self.init(wording.english, wording.japanese)
  }
}
