/// Where a place lies, as far as lower bounds of driving times need to know.
@frozen
public struct Spot: Hashable, Sendable {
  /// The part of the road network.
  public let cell: Int32
  /// Metres east and north of a corner of the network, on a plane.
  @usableFromInline let east: Float
  @usableFromInline let north: Float

  @usableFromInline
  init(cell: Int32, east: Float, north: Float) {
    self.cell = cell
    self.east = east
    self.north = north
  }
}
