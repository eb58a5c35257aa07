import Mobility

/// The least driving times between parts of a network, by the labels that their nodes make together.
struct LeastBetweenCells {
  /// In milliseconds; row-major: row = origin, column = destination.
  private(set) var rows: ContiguousArray<Int32>

  init(_ division: CellDivision, labels: HubLabels) {
    let out = CellLabels(division, labels.out, rank: labels.rank)
    let into = CellLabels(division, labels.into, rank: labels.rank)
    let buckets = HubBuckets(into, hubCount: labels.rank.count)
    let count = division.count
    rows = .init(repeating: PathWeight.none.duration.milliseconds, count: count * count)
    rows.withUnsafeMutableBufferPointer { rows in
      for origin in 0..<count {
        for entry in out.entries[out.first[origin]..<out.first[origin + 1]] {
          for slot in buckets.first[Int(entry.hub)]..<buckets.first[Int(entry.hub) + 1] {
            let cell = origin * count + Int(buckets.cells[slot])
            rows[cell] = min(rows[cell], entry.milliseconds &+ buckets.milliseconds[slot])
          }
        }
      }
    }
  }
}

/// For each part the hubs of all its nodes, each with the least time of any of them.
private struct CellLabels {
  /// The first entry of each part; count = parts + 1.
  private(set) var first: ContiguousArray<Int> = [0]
  private(set) var entries: ContiguousArray<LabelEntry> = []

  init(_ division: CellDivision, _ table: LabelTable, rank: Column<Node, Int32>) {
    var least = ContiguousArray<Int32>(repeating: LabelEntry.end.milliseconds, count: rank.count)
    var marks = RankMarks(count: rank.count)
    var hubs: ContiguousArray<Int32> = []
    for nodes in division.nodes {
      for node in nodes {
        table.forEach(of: rank[node]) { entry, _ in
          least[Int(entry.hub)] = min(least[Int(entry.hub)], entry.milliseconds)
          marks.insert(entry.hub)
        }
      }
      marks.moveAll(to: &hubs)
      for hub in hubs {
        entries.append(LabelEntry(hub: hub, milliseconds: least[Int(hub)]))
        least[Int(hub)] = LabelEntry.end.milliseconds
      }
      hubs.removeAll(keepingCapacity: true)
      first.append(entries.count)
    }
  }
}

/// The same gathered by hub.
private struct HubBuckets {
  /// The first slot of each hub; count = hubs + 1.
  let first: ContiguousArray<Int>
  private(set) var cells: ContiguousArray<Int32>
  private(set) var milliseconds: ContiguousArray<Int32>

  init(_ labels: CellLabels, hubCount: Int) {
    var first = ContiguousArray<Int>(repeating: 0, count: hubCount + 1)
    for entry in labels.entries { first[Int(entry.hub) + 1] += 1 }
    for hub in first.indices.dropFirst() { first[hub] += first[hub - 1] }
    self.first = first
    cells = .init(repeating: 0, count: labels.entries.count)
    milliseconds = cells
    for cell in labels.first.indices.dropLast() {
      for entry in labels.entries[labels.first[cell]..<labels.first[cell + 1]] {
        let slot = first[Int(entry.hub)]
        first[Int(entry.hub)] += 1
        cells[slot] = Int32(cell)
        milliseconds[slot] = entry.milliseconds
      }
    }
  }
}

extension CellDivision {
  /// The nodes of each part, in order.
  fileprivate var nodes: [[NodeID]] {
    var nodes = [[NodeID]](repeating: [], count: count)
    for node in cell.ids { nodes[Int(cell[node])].append(node) }
    return nodes
  }
}
