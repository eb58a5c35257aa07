import Mobility

/// The labels of all nodes in one direction, by rank, as columns.
///
/// Lengths stand apart: driving times alone answer most questions, and half the memory is read.
public struct LabelTable: Equatable, Sendable {
  /// The first entry of each rank; count = nodes + 1.
  public let first: FixedArray<Int32>
  /// The hubs of each rank, most important first; each label ends with `LabelEntry.end`.
  public let entries: FixedArray<LabelEntry>
  /// In metres; one for each entry.
  public let lengths: FixedArray<Int32>

  public init(
    first: FixedArray<Int32>, entries: FixedArray<LabelEntry>, lengths: FixedArray<Int32>
  ) {
    precondition(
      first.count > 0 && Int(first[first.count - 1]) == entries.count,
      "the last label ends with the entries")
    precondition(entries.count == lengths.count, "one length for each entry")
    self.first = first
    self.entries = entries
    self.lengths = lengths
  }

  init(_ labels: GrowingLabels) {
    let entries = OwnedMemory<LabelEntry>(count: labels.hubs.count)
    let lengths = OwnedMemory<Int32>(count: labels.hubs.count)
    for k in labels.hubs.indices {
      let weight = labels.weights[k]
      let entry = LabelEntry(hub: labels.hubs[k], milliseconds: weight.duration.milliseconds)
      (entries.start + k).initialize(to: entry)
      (lengths.start + k).initialize(to: weight.length.count)
    }
    self.init(
      first: FixedArray(labels.first), entries: FixedArray(entries), lengths: FixedArray(lengths))
  }

  /// The entries of a rank without its end.
  func range(of rank: Int) -> Range<Int> { Int(first.start[rank])..<Int(first.start[rank + 1]) - 1 }

  /// The hubs of a rank, each with the position of its entry, for loops without checks and counts.
  @inline(__always)
  func forEach(of rank: Int32, _ body: (LabelEntry, Int) -> Void) {
    let entries = entries.start
    var k = Int(first.start[Int(rank)])
    let end = Int(first.start[Int(rank) + 1]) - 1
    while k < end {
      body(entries[k], k)
      k += 1
    }
  }

  /// The same with the weights of whole paths.
  @inline(__always)
  func forEachWeight(of rank: Int32, _ body: (Int, PathWeight) -> Void) {
    let lengths = lengths.start
    forEach(of: rank) { entry, k in
      body(
        Int(entry.hub), PathWeight(milliseconds: entry.milliseconds, meters: lengths[k]))
    }
  }
}
