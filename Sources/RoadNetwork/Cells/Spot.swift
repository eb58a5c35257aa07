/// Where a place lies, as far as lower bounds of driving times need to know.
@frozen
public struct Spot: Hashable, Sendable {
  /// The part of the road network.
  public let cell: Int32
  @usableFromInline let node: Int32

  @usableFromInline
  init(cell: Int32, node: Int32) {
    self.cell = cell
    self.node = node
  }
}
