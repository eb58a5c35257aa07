/// One value per entity, addressed by the entity's id.
@frozen
public struct Column<Entity: ~Copyable, Value> {
  public var values: ContiguousArray<Value>

  @inlinable public init(repeating value: Value, count: Int) {
    values = .init(repeating: value, count: count)
  }
  @inlinable public init(_ values: some Sequence<Value>) { self.values = .init(values) }

  @inlinable public var count: Int { values.count }
  /// All ids in order.
  @inlinable public var ids: some RandomAccessCollection<ID<Entity>> {
    values.indices.lazy.map { ID($0) }
  }
  @inlinable public subscript(id: ID<Entity>) -> Value {
    _read { yield values[id.index] }
    _modify { yield &values[id.index] }
  }
}

extension Column: Sendable where Value: Sendable {}
extension Column: Equatable where Value: Equatable {}
