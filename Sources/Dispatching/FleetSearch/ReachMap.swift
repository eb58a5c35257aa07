import Mobility
import RoadNetwork

/// For each cell of the road network, the vehicles that could come through it between two stops
/// without breaking a limit: what a pick-up or drop-off on the way can be inserted into.
///
/// A cell is within reach of a leg if the way through it is no longer than the leg and the slack of
/// the stop at its end allow, by lower bounds of the driving times: the detour ellipse of Buchhold,
/// Sanders, Wagner (2021), doi:10.1137/1.9781611976472.8, on cells instead of nodes.
struct ReachMap: Sendable {
  private let cells: RoadCells
  private let halt: TimeSpan
  /// Words of one cell: a bit for each vehicle.
  private let wordsPerCell: Int
  /// Cell-major.
  private var vehicles: ContiguousArray<UInt64>
  /// Words of one vehicle: a bit for each cell.
  private let wordsPerVehicle: Int
  /// Vehicle-major: what is in `vehicles`.
  private var reached: ContiguousArray<UInt64>
  private var scratch: ContiguousArray<UInt64>

  init(_ cells: RoadCells, vehicleCount: Int, halt: TimeSpan) {
    self.cells = cells
    self.halt = halt
    wordsPerCell = (vehicleCount + 63) / 64
    wordsPerVehicle = (cells.count + 63) / 64
    vehicles = .init(repeating: 0, count: wordsPerCell * cells.count)
    reached = .init(repeating: 0, count: wordsPerVehicle * vehicleCount)
    scratch = .init(repeating: 0, count: wordsPerVehicle)
  }

  /// Notes where a vehicle could go; `nil` when it takes no more stops.
  ///
  /// - Complexity: O(legs * cells).
  mutating func update(_ vehicle: Int, _ state: VehicleState?) {
    for word in scratch.indices { scratch[word] = 0 }
    if let state {
      for k in state.schedule.halts.indices {
        mark(legAfter: k, of: state.schedule, cabin: state.vehicle.cabin)
      }
    }
    let row = vehicle * wordsPerVehicle
    let bit = UInt64(1) << UInt64(vehicle % 64)
    for word in scratch.indices {
      var changed = scratch[word] ^ reached[row + word]
      reached[row + word] = scratch[word]
      while changed != 0 {
        let cell = 64 * word + changed.trailingZeroBitCount
        vehicles[cell * wordsPerCell + vehicle / 64] ^= bit
        changed &= changed - 1
      }
    }
  }

  private mutating func mark(legAfter k: Int, of schedule: Schedule, cabin: Cabin) {
    let from = schedule.halts[k]
    // Who joins a halt makes no detour.
    let cell = from.spot.cell
    scratch[Int(cell) / 64] |= 1 << UInt64(cell % 64)
    guard k < schedule.lastHalt, cabin.hasRoom(beside: from.load) else { return }
    let next = schedule.halts[k + 1]
    let longest = (next.leg + next.looseSlack - halt).milliseconds
    cells.leastFrom(cell).withUnsafeBufferPointer { leastFrom in
      cells.leastTo(next.spot.cell).withUnsafeBufferPointer { leastTo in
        for word in scratch.indices {
          let first = 64 * word
          var bits = scratch[word]
          for bit in 0..<min(64, leastTo.count - first) {
            let isNear = leastFrom[first + bit] &+ leastTo[first + bit] <= longest
            bits |= (isNear ? 1 : 0) &<< UInt64(bit)
          }
          scratch[word] = bits
        }
      }
    }
  }

  /// Words that hold the vehicles of a cell, 64 in each.
  var wordCount: Int { wordsPerCell }

  /// The vehicles that could come through a cell: bit b of word w is vehicle 64 w + b.
  func word(_ word: Int, through cell: Int32) -> UInt64 {
    vehicles[Int(cell) * wordsPerCell + word]
  }
}
