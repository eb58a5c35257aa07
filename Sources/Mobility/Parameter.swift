/// A setting of a strategy: what it means, what it may be, and what it is unless set.
public struct Parameter: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case whole(ClosedRange<Int>)
    case duration(ClosedRange<TimeSpan>)
    case choice([String])
    case flag
  }

  public enum Value: Hashable, Sendable {
    case whole(Int)
    case duration(TimeSpan)
    case choice(String)
    case flag(Bool)
  }

  public let name: String
  /// One sentence for planners.
  public let summary: String
  public let kind: Kind
  public let standard: Value

  public init(_ name: String, _ kind: Kind, standard: Value, summary: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.summary = summary
  }
}
