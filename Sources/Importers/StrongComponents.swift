/// Which vertices of a directed graph reach each other.
///
/// - Complexity: O(n + m).
/// - SeeAlso: Tarjan (1972), "Depth-first search and linear graph algorithms", SIAM Journal on
///   Computing 1(2), 146–160, doi:10.1137/0201010.
public struct StrongComponents: Hashable, Sendable {
  /// Whether each vertex is in the component with most vertices, the first of those as large; no
  /// vertex without an arc is.
  public let isInLargest: [Bool]
  public let count: Int
  /// Components that are a vertex without an arc.
  public let withoutArc: Int
  /// Vertices in the largest component.
  public let largestCount: Int

  public init(vertexCount: Int, arcs: [(tail: Int32, head: Int32)]) {
    let (first, heads) = Self.sorted(vertexCount, arcs)
    var isUsed = [Bool](repeating: false, count: vertexCount)
    for arc in arcs {
      isUsed[Int(arc.tail)] = true
      isUsed[Int(arc.head)] = true
    }
    var component = [Int32](repeating: -1, count: vertexCount)
    var sizes: [Int] = []
    var order = [Int32](repeating: -1, count: vertexCount)
    var low = [Int32](repeating: 0, count: vertexCount)
    var open: [Int32] = []
    var path: [(vertex: Int32, next: Int32)] = []
    var visited: Int32 = 0
    for root in 0..<vertexCount where isUsed[root] && order[root] < 0 {
      path.append((Int32(root), first[root]))
      while let (vertex, next) = path.last {
        let position = Int(vertex)
        if order[position] < 0 {
          order[position] = visited
          low[position] = visited
          visited += 1
          open.append(vertex)
        }
        if next < first[position + 1] {
          path[path.count - 1].next += 1
          let head = Int(heads[Int(next)])
          if order[head] < 0 {
            path.append((Int32(head), first[head]))
          } else if component[head] < 0 {
            low[position] = min(low[position], order[head])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last {
          low[Int(parent.vertex)] = min(low[Int(parent.vertex)], low[position])
        }
        guard low[position] == order[position] else { continue }
        var size = 0
        while let member = open.popLast() {
          component[Int(member)] = Int32(sizes.count)
          size += 1
          if member == vertex { break }
        }
        sizes.append(size)
      }
    }
    withoutArc = isUsed.count { !$0 }
    count = sizes.count + withoutArc
    largestCount = sizes.max() ?? min(1, vertexCount)
    // The first vertex decides between components of one size.
    var best: Int32 = -1
    for vertex in 0..<vertexCount where component[vertex] >= 0 {
      if best < 0 || sizes[Int(component[vertex])] > sizes[Int(best)] { best = component[vertex] }
    }
    isInLargest = component.map { $0 >= 0 && $0 == best }
  }

  private static func sorted(
    _ vertexCount: Int, _ arcs: [(tail: Int32, head: Int32)]
  ) -> (first: [Int32], heads: [Int32]) {
    var first = [Int32](repeating: 0, count: vertexCount + 1)
    for arc in arcs { first[Int(arc.tail) + 1] += 1 }
    for vertex in 0..<vertexCount { first[vertex + 1] += first[vertex] }
    var next = first
    var heads = [Int32](repeating: 0, count: arcs.count)
    for arc in arcs {
      heads[Int(next[Int(arc.tail)])] = arc.head
      next[Int(arc.tail)] += 1
    }
    return (first, heads)
  }
}
