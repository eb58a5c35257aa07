/// An array that never changes, in memory of its own or in that of a mapped file.
///
/// What reads it in an inner loop pays for no bounds check and no count of references.
@frozen
public struct FixedArray<Element: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline let start: UnsafePointer<Element>
  public let count: Int
  /// Whoever frees the memory.
  @usableFromInline let owner: AnyObject

  /// A copy of `values`.
  public init(_ values: ContiguousArray<Element>) {
    let memory = OwnedMemory<Element>(count: values.count)
    values.withUnsafeBufferPointer { source in
      if let base = source.baseAddress {
        memory.start.initialize(from: base, count: source.count)
      }
    }
    self.init(memory)
  }

  init(_ memory: OwnedMemory<Element>) {
    self.init(start: UnsafePointer(memory.start), count: memory.count, owner: memory)
  }

  /// Memory that stays as it is for as long as `owner` lives.
  public init(start: UnsafePointer<Element>, count: Int, owner: AnyObject) {
    self.start = start
    self.count = count
    self.owner = owner
  }

  @inlinable
  public subscript(position: Int) -> Element {
    assert(position >= 0 && position < count, "outside the array")
    return start[position]
  }

  @inlinable
  public func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(owner) {
      try body(UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// Some of the elements, in the same memory.
  @inlinable
  public func part(_ range: Range<Int>) -> Self {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "outside the array")
    return Self(start: start + range.lowerBound, count: range.count, owner: owner)
  }
}

extension FixedArray: Equatable {
  public static func == (a: Self, b: Self) -> Bool {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        UnsafeRawBufferPointer(a).elementsEqual(UnsafeRawBufferPointer(b))
      }
    }
  }
}

/// Memory for numbers, freed with its last user.
final class OwnedMemory<Element: BitwiseCopyable> {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  /// Uninitialized.
  init(count: Int) {
    start = .allocate(capacity: count)
    self.count = count
  }

  init(repeating element: Element, count: Int) {
    start = .allocate(capacity: count)
    start.initialize(repeating: element, count: count)
    self.count = count
  }

  init(copyOf other: OwnedMemory) {
    start = .allocate(capacity: other.count)
    start.initialize(from: other.start, count: other.count)
    count = other.count
  }

  deinit { start.deallocate() }
}
