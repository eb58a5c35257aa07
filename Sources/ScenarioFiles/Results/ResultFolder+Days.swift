public import Journal

extension ResultFolder {
  /// A trace for each day of the inputs, in which requests and vehicles can be followed to their end.
  public func days(
    of strategy: String, _ inputs: InputsSnapshot
  ) throws(InputErrors) -> [Trace] {
    let blocks = try traces(of: strategy)
    let file = TraceFile.path(of: strategy)
    // The heading is line 1.
    var line = 2
    var next = 0
    var days: [Trace] = []
    for day in inputs.days {
      var trace = Trace(day: day.number)
      if next < blocks.count, blocks[next].day == day.number {
        trace = blocks[next]
        next += 1
      }
      do throws(TraceCheck.Problem) {
        try TraceCheck.check(trace, of: day, inputs: inputs)
      } catch {
        let place = error.record.map { ":\(line + $0)" } ?? ""
        throw self.error(in: file + place, "day \(day.number): \(error.text)")
      }
      line += trace.records.count
      days.append(trace)
    }
    guard next == blocks.count else {
      throw error(
        in: "\(file):\(line)",
        "expected the days of inputs/days.csv, each once and in order, found day "
          + "\(blocks[next].day)")
    }
    return days
  }
}
