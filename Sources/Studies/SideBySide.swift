/// Does so many jobs on so many threads; the results are in the order of the jobs.
///
/// `progress` hears how many are done. Throws the first error.
func sideBySide<Outcome: Sendable>(
  _ count: Int, threads: Int, progress: (Int) -> Void = { _ in },
  job: @escaping @Sendable (Int) throws -> Outcome
) async throws -> [Outcome] {
  var outcomes = [Outcome?](repeating: nil, count: count)
  try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
    var started = 0
    func startNext() {
      guard started < count else { return }
      let position = started
      group.addTask { (position, try job(position)) }
      started += 1
    }
    for _ in 0..<threads { startNext() }
    var finished = 0
    while let (position, outcome) = try await group.next() {
      outcomes[position] = outcome
      finished += 1
      progress(finished)
      startNext()
    }
  }
  return outcomes.compactMap(\.self)
}
