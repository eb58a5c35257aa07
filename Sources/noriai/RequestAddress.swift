import ArgumentParser
import ScenarioFiles
import ScenarioModel
import Studies

/// A request by its day and number, as `trips.csv` counts both (`12:17`), or with its own id in place
/// of the number.
///
/// The day may be left out where there is only one. An id that reads like a number is the id.
struct RequestAddress: ExpressibleByArgument {
  private let text: String

  init?(argument: String) { text = argument }

  /// Throws what is wrong with it where the days have no such request.
  func found(in bookings: [[Booking]]) throws -> (day: Int, booking: Booking) {
    if let named = try named(in: bookings) { return named }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...2).contains(parts.count),
      numbers.allSatisfy({ $0 >= 0 })
    else {
      let names = bookings.first?.map(\.name).filter { !$0.isEmpty } ?? []
      let hint = Suggestion.hint(for: text, among: names, called: "id").map { "; " + $0 } ?? ""
      throw ValidationError(
        "--explain expects day:request, as trips.csv numbers both, or day:id, found \"\(text)\""
          + hint)
    }
    let request = numbers[numbers.count - 1]
    guard let day = numbers.count == 2 ? numbers[0] : bookings.count == 1 ? 0 : nil else {
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

  /// The request whose own id is meant, with its day or without; `nil` if none is.
  private func named(in bookings: [[Booking]]) throws -> (day: Int, booking: Booking)? {
    func booking(named name: Substring, on day: Int) -> Booking? {
      name.isEmpty ? nil : bookings[day].first { $0.name == name }
    }
    let found = bookings.indices.compactMap { day in
      booking(named: text[...], on: day).map { (day: day, booking: $0) }
    }
    if let first = found.first {
      guard found.count == 1 else {
        throw ValidationError(
          "--explain expects day:id, as in \(first.day):\(text), found \"\(text)\", a request of "
            + "\(found.count) days")
      }
      return first
    }
    guard let colon = text.firstIndex(of: ":"), let day = Int(text[..<colon]),
      bookings.indices.contains(day)
    else { return nil }
    return booking(named: text[text.index(after: colon)...], on: day).map { (day, $0) }
  }
}
