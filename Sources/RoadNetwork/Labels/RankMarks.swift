/// A set of ranks that hands them out in order: bits, and bits over the words that have any.
struct RankMarks {
  private var words: ContiguousArray<UInt64>
  private var occupied: ContiguousArray<UInt64>

  init(count: Int) {
    words = .init(repeating: 0, count: (count + 63) / 64)
    occupied = .init(repeating: 0, count: (words.count + 63) / 64)
  }

  mutating func insert(_ rank: Int32) {
    let word = Int(rank) / 64
    words[word] |= 1 << UInt64(rank % 64)
    occupied[word / 64] |= 1 << UInt64(word % 64)
  }

  /// Appends all ranks in ascending order and leaves none.
  mutating func moveAll(to ranks: inout ContiguousArray<Int32>) {
    for group in occupied.indices {
      while occupied[group] != 0 {
        let word = 64 * group + occupied[group].trailingZeroBitCount
        occupied[group] &= occupied[group] - 1
        while words[word] != 0 {
          ranks.append(Int32(64 * word + words[word].trailingZeroBitCount))
          words[word] &= words[word] - 1
        }
      }
    }
  }
}
