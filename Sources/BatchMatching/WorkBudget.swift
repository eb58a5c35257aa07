/// What may still be spent on one decision, in steps that every machine counts alike.
///
/// A step is a look at one party, or at one label beside another: some 20 nanoseconds on a machine
/// of 2024.
struct WorkBudget {
  private(set) var left: Int
  private(set) var spent = 0
  /// Whether anything was left undone for want of steps.
  private(set) var wasShort = false

  /// An iteration of the simplex method looks so often at each row and column of its program.
  static let stepsOfAnIteration = 3

  init(_ steps: Int) { left = steps }

  mutating func spend(_ steps: Int) {
    left -= steps
    spent += steps
  }

  /// Whether so many steps may be taken; that they may not is noted.
  mutating func allows(_ steps: Int) -> Bool {
    if steps > left { wasShort = true }
    return steps <= left
  }

  mutating func noteShortage() { wasShort = true }
}
