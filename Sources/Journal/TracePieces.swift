/// Text that is handed over piece by piece.
enum TracePieces {
  private static let size = 1 << 16

  /// Pieces are whole lines of 64 kB together at most, or one line that is longer.
  static func write(
    _ records: [Record], to consume: (Span<UInt8>) -> Void, longest: (Record) -> Int,
    line: (inout OutputSpan<UInt8>, Record) -> Void
  ) {
    var piece: [UInt8] = []
    var rest = records[...]
    while let first = rest.first {
      piece.append(addingCapacity: max(size, longest(first))) { output in
        while let record = rest.first, output.freeCapacity >= longest(record) {
          rest.removeFirst()
          line(&output, record)
        }
      }
      // A kind without a line leaves nothing.
      if !piece.isEmpty { consume(piece.span) }
      piece.removeAll(keepingCapacity: true)
    }
  }
}
