/// The labels of the ranks that have been reached while a `LabelTable` is made.
struct GrowingLabels {
  /// The first entry of each rank; count = ranks + 1.
  private(set) var first: ContiguousArray<Int32> = [0]
  private(set) var hubs: ContiguousArray<Int32> = []
  private(set) var weights: ContiguousArray<PathWeight> = []

  /// The entries of a rank without its end.
  func range(of rank: Int) -> Range<Int> { Int(first[rank])..<Int(first[rank + 1]) - 1 }

  mutating func append(_ hub: Int32, _ weight: PathWeight) {
    hubs.append(hub)
    weights.append(weight)
  }

  mutating func endLabel() {
    append(LabelEntry.end.hub, .none)
    first.append(Int32(hubs.count))
  }
}
