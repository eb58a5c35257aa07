/// Sets that grow together; each is known by its smallest member.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member { member = parents[member] }
    return member
  }

  func areApart(_ a: Int, _ b: Int) -> Bool { root(of: a) != root(of: b) }

  mutating func unite(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parents[max(a, b)] = min(a, b)
  }
}
