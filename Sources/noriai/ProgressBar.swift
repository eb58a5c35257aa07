import Foundation

/// A bar on a terminal for what takes longer than two seconds; nothing anywhere else.
struct ProgressBar: Sendable {
  private let started = ContinuousClock.now
  private let isShown: Bool
  private let unit: String
  private static let width = 30

  init(quiet: Bool, counting unit: String = "days") {
    isShown = !quiet && isatty(2) == 1
    self.unit = unit
  }

  func show(_ done: Int, of all: Int) {
    guard isShown, ContinuousClock.now - started > .seconds(2) else { return }
    let filled = Self.width * done / max(1, all)
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    let end = done == all ? "\r\u{1B}[K" : ""
    Streams.note("\r\(bar) \(done)/\(all) \(unit)\(end)")
  }
}
