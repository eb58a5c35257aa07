public import Mobility

extension Form where Value == Parameter.Value {
  /// As a scenario or a command line writes a parameter of a strategy.
  public static func value(of kind: Parameter.Kind) -> Self {
    switch kind {
    case .whole(let range): Form<Int>.whole(range).map { .whole($0) }
    case .duration(let range): Form<TimeSpan>.duration(range).map { .duration($0) }
    case .choice(let words): Form<String>.choice(words.map { ($0, $0) }).map { .choice($0) }
    case .flag: Form<Bool>.flag.map { .flag($0) }
    }
  }
}
