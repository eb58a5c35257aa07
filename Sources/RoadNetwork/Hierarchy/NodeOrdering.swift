/// How a contraction hierarchy chooses which node to contract next.
///
/// The node of the lowest `levelWeight * level + shortcutWeight * added / removed` goes first: its
/// level is one above that of the highest neighbour already contracted, and its contraction adds
/// shortcuts and removes roads. Levels keep the hierarchy flat, the quotient keeps it sparse.
public struct NodeOrdering: Hashable, Sendable {
  public let levelWeight: Int
  public let shortcutWeight: Int
  /// After how many nodes a search for a way around a contracted node gives up.
  public let settleLimit: Int

  /// What built hierarchies and labels fastest, and nearly the smallest, on streets in a grid.
  public static let standard = NodeOrdering(levelWeight: 1, shortcutWeight: 8, settleLimit: 100)

  public init(levelWeight: Int, shortcutWeight: Int, settleLimit: Int) {
    precondition(levelWeight >= 0 && shortcutWeight >= 0 && settleLimit > 0, "weights below zero")
    self.levelWeight = levelWeight
    self.shortcutWeight = shortcutWeight
    self.settleLimit = settleLimit
  }

  /// In thousandths, so that quotients are whole numbers.
  func priority(level: Int32, added: Int, removed: Int) -> Int64 {
    let quotient = 1000 * shortcutWeight * added / max(1, removed)
    return Int64(1000 * levelWeight * Int(level) + quotient)
  }
}
