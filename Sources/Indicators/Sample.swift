/// A value that counts several times: once per rider of a party, or once per day.
public struct Sample: Hashable, Sendable {
  public let value: Double
  public let count: Int

  public init(_ value: Double, count: Int = 1) {
    precondition(count > 0, "a sample counts at least once")
    self.value = value
    self.count = count
  }
}
