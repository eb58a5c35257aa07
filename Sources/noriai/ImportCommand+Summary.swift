import Foundation
import Importers

extension ImportSummary {
  /// For people: what was kept, left out and why.
  var text: String {
    var lines = [
      "\(source) (\(format)): \(nodesRead) nodes, \(waysRead) ways, \(relationsRead) relations"
    ]
    lines += section("roads", roads)
    lines += section("walking", walking)
    let notHonoured = [
      (restrictions.viaWays, "over ways"), (restrictions.conditional, "at some hours only"),
      (restrictions.ambiguous, "ambiguous"), (restrictions.incomplete, "incomplete"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    lines.append(
      "turn restrictions: \(restrictions.honoured) honoured, \(restrictions.withoutEffect) without "
        + "effect, \(restrictions.notForVans) not for vans; not honoured: "
        + (notHonoured.isEmpty ? "none" : notHonoured.joined(separator: ", ")))
    if conditionalWays + conditionalBarriers > 0 {
      lines.append(
        "conditional tags (*:conditional), not honoured: on \(conditionalWays) ways, "
          + "\(conditionalBarriers) barriers")
    }
    let leftOut = [
      (reversibleWays, "reversible ways"), (olderVersions, "older or repeated versions"),
      (deletedElements, "deleted elements"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !leftOut.isEmpty { lines.append("left out: " + leftOut.joined(separator: ", ")) }
    if nodesPlacedByWays > 0 {
      lines.append("placed by ways alone: \(nodesPlacedByWays) nodes, whose barriers are not known")
    }
    if let extent {
      lines.append("extent: \(extent.west),\(extent.south),\(extent.east),\(extent.north)")
    }
    return (lines + [attribution]).joined(separator: "\n")
  }

  private func section(_ name: String, _ network: Network) -> [String] {
    func km(_ length: Double) -> String { String(format: "%.1f km", length) }
    let classes = Highway.allCases.compactMap { highway in
      network.kmByHighway[highway.rawValue].map { "\(highway.rawValue) \(km($0))" }
    }
    return [
      "\(name): \(network.nodes) nodes, \(network.edges) directed edges, \(km(network.km))",
      "  by class: " + classes.joined(separator: ", "),
      "  left out as not connected: \(network.droppedParts) parts, \(km(network.droppedKm)); "
        + "\(network.splitNodes) nodes split, \(network.barriers) barriers, "
        + "\(network.incompletePieces) pieces without a node of theirs",
    ]
  }
}
