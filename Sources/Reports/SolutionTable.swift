import Foundation

/// Solutions of published instances for people, a line each.
public struct SolutionTable {
  public struct Line {
    public var instance: String
    /// `nil` where no solution was found.
    public var cost: Double?
    /// Why there is none, where that is proven.
    public var infeasibility: String?
    public var bestKnown: Double?
    public var lowerBound: Double
    public var isProvedOptimal: Bool
    public var vehicles: Int
    public var iterations: Int
    public var cpuSeconds: Double

    public init(
      instance: String, cost: Double?, infeasibility: String? = nil, bestKnown: Double?,
      lowerBound: Double, isProvedOptimal: Bool, vehicles: Int, iterations: Int, cpuSeconds: Double
    ) {
      self.instance = instance
      self.cost = cost
      self.infeasibility = infeasibility
      self.bestKnown = bestKnown
      self.lowerBound = lowerBound
      self.isProvedOptimal = isProvedOptimal
      self.vehicles = vehicles
      self.iterations = iterations
      self.cpuSeconds = cpuSeconds
    }

    /// How much more the solution costs than the best known one, in percent.
    var gap: Double? {
      guard let cost, let bestKnown else { return nil }
      return 100 * (cost - bestKnown) / bestKnown
    }
  }

  private let lines: [Line]

  public init(_ lines: [Line]) { self.lines = lines }

  public var text: String {
    let showsGap = lines.contains { $0.bestKnown != nil }
    var headings = ["instance", "cost"]
    if showsGap { headings += ["best known", "gap %"] }
    headings += ["lower bound", "proved", "vehicles", "iterations", "CPU s"]
    var table = TextTable(rows: [.cells(Self.cells(headings)), .rule])
    for line in lines {
      var cells = [line.instance, Self.cost(of: line)]
      if showsGap { cells += [Self.text(line.bestKnown, 2) ?? "", Self.text(line.gap, 3) ?? ""] }
      cells += [
        line.infeasibility == nil ? Self.text(line.lowerBound, 2) ?? "" : "",
        line.isProvedOptimal ? "optimal" : "",
        String(line.vehicles), String(line.iterations), Self.text(line.cpuSeconds, 1) ?? "",
      ]
      table.rows.append(.cells(Self.cells(cells)))
    }
    let gaps = lines.compactMap(\.gap)
    if gaps.count > 1, let mean = Self.text(gaps.reduce(0, +) / Double(gaps.count), 3),
      let largest = Self.text(gaps.max(), 3)
    {
      table.rows.append(.rule)
      table.rows.append(.heading("Gap to the best known: mean \(mean) %, largest \(largest) %"))
    }
    return table.lines.joined(separator: "\n")
  }

  private static func cost(of line: Line) -> String {
    text(line.cost, 2) ?? (line.infeasibility == nil ? "none found" : "infeasible")
  }

  private static func cells(_ texts: [String]) -> [TextTable.Cell] {
    texts.enumerated().map { TextTable.Cell(text: $0.element, isFlushRight: $0.offset > 0) }
  }

  /// Without "-0.000" for what rounds to zero.
  private static func text(_ value: Double?, _ decimals: Int) -> String? {
    guard let value else { return nil }
    let isZero = Int((abs(value) * [1.0, 10, 100, 1000][decimals]).rounded()) == 0
    return String(format: "%.\(decimals)f", isZero ? 0 : value)
  }
}
