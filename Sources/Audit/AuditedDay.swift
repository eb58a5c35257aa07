public import Journal
public import Mobility

/// A trace with the requests that its day was given.
public struct AuditedDay: Sendable {
  public let trace: Trace
  public let requests: Column<Request, Request>

  public init(trace: Trace, requests: Column<Request, Request>) {
    self.trace = trace
    self.requests = requests
  }
}
