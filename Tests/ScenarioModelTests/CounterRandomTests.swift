import ScenarioModel
import Testing
