import Indicators
import ScenarioModel

/// A language of the reports.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case japanese = "ja"

  func choose(_ english: String, _ japanese: String) -> String {
    switch self {
    case .english: english
    case .japanese: japanese
    }
  }

  func choose(_ text: Text) -> String { choose(text.english, text.japanese) }

  func choose(_ text: PageText) -> String { choose(text.en, text.ja) }

  func choose(_ wording: IndicatorDefinition.Wording) -> String {
    choose(wording.english, wording.japanese)
  }
}
