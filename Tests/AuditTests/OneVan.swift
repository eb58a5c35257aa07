import Audit
import Journal
import Mobility
import TestSupport

/// One van that starts at place 0, on a road of two nodes a minute apart.
struct OneVan {
  var end: Int?
  /// The node of each place.
  var places = [0, 1]
  var rules = HandMadeDay.inputs.rules

  func findings(
    in records: [Record], of requests: Column<Request, Request> = Column([Request]())
  ) -> [Finding] {
    let inputs = AuditInputs(
      roads: road(0, 1, seconds: 60, metres: 500), places: Column(places.map { NodeID($0) }),
      vehicles: Column([van(0, from: 0, to: end, seats: 4, opens: "9:00:00", closes: "10:00:00")]),
      vehicleNames: Column(["van"]), rules: rules, refusalWait: .minutes(60))
    return Auditor(inputs).findings(
      in: AuditedDay(trace: Trace(day: 0, records: records.withPlans), requests: requests))
  }
}
