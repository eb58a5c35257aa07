/// Where a place lies, as far as lower bounds of driving times need to know.
@frozen
public struct Spot: Hashable, Sendable {
  /// The part of the road network.
  public let cell: Int32
  /// Where the landmarks stand for ways from here, and for ways to here.
  @usableFromInline let origin: Int32
  @usableFromInline let destination: Int32

  @usableFromInline
  init(cell: Int32, origin: Int32, destination: Int32) {
    self.cell = cell
    self.origin = origin
    self.destination = destination
  }
}
