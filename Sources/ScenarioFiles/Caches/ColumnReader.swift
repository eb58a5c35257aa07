public import RoadNetwork

/// Reads what `ColumnBytes` wrote, where it lies.
public struct ColumnReader {
  private let bytes: UnsafeRawBufferPointer
  private let owner: AnyObject
  private var position = 0

  /// `bytes` begin at a multiple of 8 and stay as they are while `owner` lives.
  init(_ bytes: UnsafeRawBufferPointer, of owner: AnyObject) {
    self.bytes = bytes
    self.owner = owner
  }

  public var isAtEnd: Bool { position == bytes.count }

  /// The next column; `nil` where the bytes end before it does.
  public mutating func next<Element: BitwiseCopyable>() -> FixedArray<Element>? {
    let stride = MemoryLayout<Element>.stride
    guard bytes.count - position >= 8 else { return nil }
    let count = Int(clamping: bytes.load(fromByteOffset: position, as: UInt64.self))
    guard count <= (bytes.count - position - 8) / stride else { return nil }
    let start = position + 8
    position = (start + count * stride + 7) & ~7
    guard position <= bytes.count, let base = bytes.baseAddress else { return nil }
    let elements = (base + start).bindMemory(to: Element.self, capacity: count)
    return FixedArray(start: elements, count: count, owner: owner)
  }

  /// The next column as a copy.
  public mutating func next<Element: BitwiseCopyable>() -> ContiguousArray<Element>? {
    let column: FixedArray<Element>? = next()
    return column?.withUnsafeBufferPointer { ContiguousArray($0) }
  }
}
