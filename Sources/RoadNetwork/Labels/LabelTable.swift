/// The labels of all nodes in one direction, by rank, as columns.
public struct LabelTable: Equatable, Sendable {
  /// The first entry of each rank; count = nodes + 1.
  public private(set) var first: ContiguousArray<Int32>
  /// The ranks of the hubs, most important first; each label ends with `end`.
  public private(set) var hubs: ContiguousArray<Int32>
  public private(set) var weights: ContiguousArray<PathWeight>

  /// Behind every hub, so that a merge needs no other bound.
  public static let end = Int32.max

  init() {
    first = [0]
    hubs = []
    weights = []
  }

  public init(
    first: ContiguousArray<Int32>, hubs: ContiguousArray<Int32>,
    weights: ContiguousArray<PathWeight>
  ) {
    precondition(first.last.map(Int.init) == hubs.count, "the last label ends with the hubs")
    precondition(hubs.count == weights.count, "one weight for each hub")
    self.first = first
    self.hubs = hubs
    self.weights = weights
  }

  /// The entries of a rank without its end.
  func range(of rank: Int) -> Range<Int> { Int(first[rank])..<Int(first[rank + 1]) - 1 }

  mutating func append(_ hub: Int32, _ weight: PathWeight) {
    hubs.append(hub)
    weights.append(weight)
  }

  mutating func endLabel() {
    append(Self.end, .none)
    first.append(Int32(hubs.count))
  }
}
