/// About how much memory the elements of a block take, told from its bytes before it is read.
struct PBFBlockWeight {
  private(set) var bytes = 0

  /// Ten times what blocks of maps weigh.
  static let limit = 128 << 20
  private static let perElement = 300
  private static let perText = 64
  private static let perNumber = 8

  /// What is no block weighs something, too: whoever reads it will say so.
  init(of block: [UInt8]) {
    for field in Fields(block[...]) {
      switch field.number {
      case 1: bytes += Self.perText * Fields(field.content).count
      case 2:
        bytes += Self.perElement
        for element in Fields(field.content) {
          // Each number ends with a byte without the highest bit.
          bytes += Self.perElement + Self.perNumber * element.content.count { $0 < 128 }
        }
      default: break
      }
    }
  }

  /// The fields of a message that have a length, as far as they are sound.
  private struct Fields: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var count: Int { reduce(0) { count, _ in count + 1 } }

    mutating func next() -> (number: UInt64, content: ArraySlice<UInt8>)? {
      while let key = varint() {
        switch key & 7 {
        case 0: if varint() == nil { return nil }
        case 1: rest = rest.dropFirst(8)
        case 5: rest = rest.dropFirst(4)
        case 2:
          guard let length = varint(), length <= rest.count else { return nil }
          defer { rest = rest.dropFirst(Int(length)) }
          return (key >> 3, rest.prefix(Int(length)))
        default: return nil
        }
      }
      return nil
    }

    private mutating func varint() -> UInt64? {
      var value: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 64, by: 7) {
        guard let byte = rest.popFirst() else { return nil }
        value |= UInt64(byte & 127) << shift
        if byte < 128 { return value }
      }
      return nil
    }
  }
}
