public import Journal
public import Mobility

/// A trace with the requests that its day was given.
public struct AuditedDay: Sendable {
  public let trace: Trace
  public let requests: Column<Request, Request>

  /// Columns of `trips.csv` that say of each request what its inputs say, with their cells.
  let detailColumns: Set<String>
  let details: [[String: DerivedTable.Cell]]

  public init(
    trace: Trace, requests: Column<Request, Request>, detailColumns: Set<String> = [],
    details: [[String: DerivedTable.Cell]] = []
  ) {
    precondition(
      detailColumns.isEmpty && details.isEmpty
        || details.count == requests.count
          && details.allSatisfy { Set($0.keys) == detailColumns },
      "not the same details of each request")
    self.trace = trace
    self.requests = requests
    self.detailColumns = detailColumns
    self.details = details
  }

  /// Each day that a run was given with its trace, and what is wrong with the days of the traces.
  ///
  /// A day without records is a trace that lacks them all.
  public static func pairing(
    _ days: [AuditedDay], with traces: [Trace]
  ) -> (days: [AuditedDay], findings: [Finding]) {
    var findings: [Finding] = []
    var seen: Set<Int> = []
    for trace in traces {
      if !days.contains(where: { $0.trace.day == trace.day }) {
        findings.append(
          Finding(.days, day: trace.day, text: "records of a day that the inputs do not have"))
      } else if !seen.insert(trace.day).inserted {
        findings.append(
          Finding(.days, day: trace.day, text: "records again, expected each day in one piece"))
      } else if let last = seen.filter({ $0 != trace.day }).max(), last > trace.day {
        findings.append(
          Finding(.days, day: trace.day, text: "records after day \(last), expected days in order"))
      }
    }
    let paired = days.map { day in
      AuditedDay(
        trace: traces.first { $0.day == day.trace.day } ?? day.trace, requests: day.requests,
        detailColumns: day.detailColumns, details: day.details)
    }
    return (paired, findings)
  }
}
