import Audit
import Journal
import Mobility
import TestSupport

/// One change to the records of a trace.
enum Edit: Sendable {
  case drop(Record)
  case replace(Record, by: Record)
  case insert(Record, before: Record)
  case add(Record, after: Record)
}

/// The hand-made day with some of its records, requests or inputs changed.
struct Tampered: Sendable {
  var records = HandMadeDay.trace.records
  var requests = HandMadeDay.requests
  var inputs = HandMadeDay.inputs

  init() {}

  init(_ edits: [Edit]) {
    for edit in edits { apply(edit) }
  }

  /// The day with diversions.
  init(diverted edits: [Edit]) {
    records = DivertedDay.trace.records
    requests = DivertedDay.requests
    inputs = DivertedDay.inputs()
    for edit in edits { apply(edit) }
  }

  /// What the audit says: the rules broken, in the order of the findings.
  var broken: [Rule] { findings.map(\.rule) }

  var findings: [Finding] {
    Auditor(inputs).findings(
      in: AuditedDay(trace: Trace(day: 3, records: records.withPlans), requests: requests))
  }

  mutating func apply(_ edit: Edit) {
    switch edit {
    case .drop(let record): records.remove(at: position(of: record))
    case .replace(let record, let other): records[position(of: record)] = other
    case .insert(let record, let next): records.insert(record, at: position(of: next))
    case .add(let record, let last): records.insert(record, at: position(of: last) + 1)
    }
  }

  mutating func changePromises(_ change: (Promise) -> Promise) {
    records = records.map { record in
      guard case .accepted(let request, let vehicle, let promise) = record.event else {
        return record
      }
      return Record(record.time, .accepted(request, by: vehicle, change(promise)))
    }
  }

  mutating func changePromise(to index: Int, _ change: (Promise) -> Promise) {
    changePromises { $0.terms.request == r(index) ? change($0) : $0 }
  }

  private func position(of record: Record) -> Int {
    guard let position = records.firstIndex(of: record) else {
      preconditionFailure("not in the hand-made day: \(record)")
    }
    return position
  }
}
