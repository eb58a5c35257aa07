public import Foundation
import Mobility
import RoadNetwork
import ScenarioModel

extension InputsSnapshot {
  /// Reads the files of a snapshot back; `folder` is named in errors, and `bytes` gives a file.
  public init(folder: String, bytes: @escaping (String) -> Data?) throws(InputErrors) {
    let findings = Findings()
    let tables = SnapshotTables(folder: folder, findings: findings, bytes: bytes)
    let network = tables.network()
    let places = tables.places(on: network)
    let fleet = tables.fleet(places: places?.count)
    let days = tables.days(places: places)
    let record = tables.rules()
    try findings.check()
    guard let network, let places, let fleet, let days, let record, let rules = record.rules else {
      preconditionFailure("reading failed without a finding")
    }
    self.network = network
    self.places = places
    vehicles = fleet.vehicles
    vehicleNames = fleet.names
    self.rules = rules
    weights = record.weights
    refusalWait = record.refusalWait
    self.days = days
  }
}
