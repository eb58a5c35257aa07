/// Sets claimed figures beside derived ones.
struct FigureComparison {
  private(set) var findings: [Finding] = []

  init() {}

  init(claimed: RunFigures, derived: RunFigures) {
    for (position, expected) in derived.days.enumerated() {
      let found = position < claimed.days.count ? claimed.days[position] : nil
      guard let found, found.day == expected.day else {
        note("no figures of this day, expected them in the order of days", day: expected.day)
        continue
      }
      for figure in Figure.allCases {
        compare(
          figure.rawValue, found.values[figure], expected.values[figure], day: expected.day)
      }
    }
    for surplus in claimed.days.dropFirst(derived.days.count) {
      note("figures of a day that has no trace", day: surplus.day)
    }
    for figure in Figure.allCases {
      compare(figure.rawValue, claimed.summaries[figure], derived.summaries[figure])
    }
  }

  mutating func compare(
    _ id: String, _ found: RunFigures.Summary?, _ expected: RunFigures.Summary?
  ) {
    compare("\(id) mean", found?.mean, expected?.mean, day: nil)
    compare("\(id) p50", found?.p50, expected?.p50, day: nil)
    compare("\(id) p90", found?.p90, expected?.p90, day: nil)
    compare("\(id) p95", found?.p95, expected?.p95, day: nil)
    compare("\(id) ci95 from", found?.ci95?.lowerBound, expected?.ci95?.lowerBound, day: nil)
    compare("\(id) ci95 to", found?.ci95?.upperBound, expected?.ci95?.upperBound, day: nil)
    let (claimed, derived) = (found?.p90CI95, expected?.p90CI95)
    compare("\(id) p90_ci95 from", claimed?.lowerBound, derived?.lowerBound, day: nil)
    compare("\(id) p90_ci95 to", claimed?.upperBound, derived?.upperBound, day: nil)
    compare("\(id) days", found.map { Double($0.days) }, expected.map { Double($0.days) }, day: nil)
  }

  mutating func compare(_ name: String, _ found: Double?, _ expected: Double?, day: Int?) {
    switch (found, expected) {
    case (nil, nil): return
    case (let found?, let expected?):
      if Self.areEqual(found, expected) { return }
    default: break
    }
    note("\(name): expected \(text(expected)), found \(text(found))", day: day)
  }

  static func areEqual(_ found: Double, _ expected: Double) -> Bool {
    // Sums of both signs may cancel: near zero a relative tolerance alone would be none. What is
    // infinitely large is within any share of itself.
    found.isFinite && abs(found - expected) <= 1e-9 * max(abs(found), abs(expected), 1e-3)
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "no value" }

  private mutating func note(_ text: String, day: Int?) {
    findings.append(Finding(.figure, day: day, text: text))
  }
}
