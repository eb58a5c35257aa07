/// What a run keeps in memory, estimated before it begins.
struct RunSize {
  let days: Int
  let bookingsPerDay: Double
  let vehicles: Int
  let strategies: Int

  /// In bytes, as measured over 40,000 bookings.
  private static let booking = 2000.0
  private static let answer = 3000.0
  private static let shift = 1000.0
  private static let limit = 8e9

  private var bytes: Double {
    let perDay =
      bookingsPerDay * (Self.booking + Double(strategies) * Self.answer)
      + Double(strategies * vehicles) * Self.shift
    return Double(days) * perDay
  }

  /// Reports a run that would take more memory than there may be, where its days are stated.
  func check(_ root: Section) {
    guard bytes > Self.limit else { return }
    root.report(
      "days",
      "expected a run that keeps at most \(Self.gigabytes(Self.limit)) in memory, found about "
        + "\(Self.gigabytes(bytes)) for \(days) days of \(Int(bookingsPerDay.rounded())) bookings, "
        + "\(vehicles) vehicles and \(strategies) strategies",
      hint: "run fewer days at a time, with another seed each")
  }

  private static func gigabytes(_ bytes: Double) -> String { "\(Int((bytes / 1e9).rounded())) GB" }
}
