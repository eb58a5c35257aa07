public import Foundation

/// Columns of numbers one behind the other, each after its count.
public struct ColumnBytes {
  public private(set) var data: Data
  private var position: Int

  public init(_ data: Data = Data()) {
    self.data = data
    position = data.startIndex
  }

  public var isAtEnd: Bool { position == data.endIndex }

  public mutating func append<Element: BitwiseCopyable>(_ column: ContiguousArray<Element>) {
    withUnsafeBytes(of: UInt64(column.count)) { data.append(contentsOf: $0) }
    column.withUnsafeBytes { data.append(contentsOf: $0) }
  }

  /// The next column; `nil` where the bytes end before it does.
  public mutating func next<Element: BitwiseCopyable>() -> ContiguousArray<Element>? {
    guard let count: ContiguousArray<UInt64> = take(1),
      let column: ContiguousArray<Element> = count.first.flatMap({ take(Int(clamping: $0)) })
    else { return nil }
    return column
  }

  private mutating func take<Element: BitwiseCopyable>(_ count: Int) -> ContiguousArray<Element>? {
    let stride = MemoryLayout<Element>.stride
    guard count <= (data.endIndex - position) / stride else { return nil }
    let range = position..<position + count * stride
    position = range.upperBound
    return ContiguousArray(unsafeUninitializedCapacity: count) { buffer, written in
      data.copyBytes(to: UnsafeMutableRawBufferPointer(buffer), from: range)
      written = count
    }
  }
}
