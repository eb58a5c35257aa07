import Mobility

/// One hub of a label, with the driving time between it and the node of the label.
@frozen
public struct LabelEntry: BitwiseCopyable, Equatable, Sendable {
  /// By rank.
  public let hub: Int32
  public let milliseconds: Int32

  /// Behind every hub, so that a merge needs no other bound.
  public static let end = LabelEntry(hub: .max, milliseconds: PathWeight.none.duration.milliseconds)

  public init(hub: Int32, milliseconds: Int32) {
    self.hub = hub
    self.milliseconds = milliseconds
  }
}
