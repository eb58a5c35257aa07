/// What tags call a van in public service: in access, one-way streets and turn restrictions alike.
enum VanNames {
  /// What is open to one of these is open to vans, whatever holds for others.
  static let publicService = ["psv", "bus"]
  static let motorised = ["motorcar", "motor_vehicle"]
  /// From the most to the least specific.
  static let all = publicService + motorised + ["vehicle"]

  static func keys(_ prefix: String) -> [String] { all.map { prefix + $0 } }
}
