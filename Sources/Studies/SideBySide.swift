/// Does jobs on several threads and gives their results in order.
///
/// `progress` hears how many of how many are done. Throws the first error of a job.
func sideBySide<Result: Sendable>(
  _ count: Int, threads: Int, progress: (Int, Int) -> Void,
  _ work: @escaping @Sendable (Int) throws -> Result
) async throws -> [Result] {
  var results = [Result?](repeating: nil, count: count)
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var started = 0
    func startNext() {
      guard started < count else { return }
      let job = started
      group.addTask { (job, try work(job)) }
      started += 1
    }
    for _ in 0..<threads { startNext() }
    var finished = 0
    while let (job, result) = try await group.next() {
      results[job] = result
      finished += 1
      progress(finished, count)
      startNext()
    }
  }
  return results.compactMap(\.self)
}
