import ArgumentParser
import ScenarioModel
import Studies

/// A request by its day and number, as `trips.csv` counts both: `12:17`.
///
/// The day may be left out where there is only one.
struct RequestAddress: ExpressibleByArgument {
  let day: Int?
  let request: Int

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...2).contains(parts.count),
      numbers.allSatisfy({ $0 >= 0 }), let request = numbers.last
    else { return nil }
    day = numbers.count == 2 ? numbers[0] : nil
    self.request = request
  }

  /// Throws what is wrong with it where the days have no such request.
  func found(in bookings: [[Booking]]) throws -> (day: Int, booking: Booking) {
    guard let day = day ?? (bookings.count == 1 ? 0 : nil) else {
      throw ValidationError(
        "--explain expects day:request, as trips.csv numbers both, found \"\(request)\" for "
          + "\(bookings.count) days")
    }
    guard bookings.indices.contains(day) else {
      throw ValidationError(
        "--explain expects a day from 0 to \(bookings.count - 1), found \(day)")
    }
    guard bookings[day].indices.contains(request) else {
      let nearest = bookings[day].indices.last.map { "; nearest known: \(day):\($0)" } ?? ""
      throw ValidationError(
        "--explain expects a request of day \(day), which has \(bookings[day].count) of them, "
          + "found \(request)\(nearest)")
    }
    return (day, bookings[day][request])
  }
}
