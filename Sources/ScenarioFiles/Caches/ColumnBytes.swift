public import Foundation
public import RoadNetwork

/// Columns of numbers one behind the other, each after its count, from one multiple of 8 bytes to
/// another.
public struct ColumnBytes {
  public private(set) var data = Data()

  public init() {}

  public mutating func append<Element: BitwiseCopyable>(_ column: UnsafeBufferPointer<Element>) {
    withUnsafeBytes(of: UInt64(column.count)) { data.append(contentsOf: $0) }
    data.append(contentsOf: UnsafeRawBufferPointer(column))
    data.append(contentsOf: repeatElement(0, count: -data.count & 7))
  }

  public mutating func append<Element: BitwiseCopyable>(_ column: ContiguousArray<Element>) {
    column.withUnsafeBufferPointer { append($0) }
  }

  public mutating func append<Element: BitwiseCopyable>(_ column: FixedArray<Element>) {
    column.withUnsafeBufferPointer { append($0) }
  }
}
