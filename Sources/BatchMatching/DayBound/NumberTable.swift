/// Whole numbers by whole numbers, found by open addressing.
///
/// The search for routes asks it millions of times; a `Dictionary` hashes too carefully for that.
struct NumberTable {
  private var keys: ContiguousArray<UInt64>
  private var values: ContiguousArray<Int32>
  private var count = 0
  private var mask: Int

  init() {
    keys = ContiguousArray(repeating: .max, count: 1024)
    values = ContiguousArray(repeating: -1, count: 1024)
    mask = 1023
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    for k in keys.indices { keys[k] = .max }
    count = 0
  }

  subscript(key: UInt64) -> Int32? {
    @inline(__always) get {
      let slot = slot(of: key)
      return keys[slot] == key ? values[slot] : nil
    }
  }

  @inline(__always)
  mutating func set(_ value: Int32, for key: UInt64) {
    if 2 * count >= keys.count { grow() }
    let slot = slot(of: key)
    if keys[slot] != key {
      keys[slot] = key
      count += 1
    }
    values[slot] = value
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while keys[slot] != key && keys[slot] != .max { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = ContiguousArray(repeating: .max, count: 4 * oldKeys.count)
    values = ContiguousArray(repeating: -1, count: 4 * oldKeys.count)
    mask = keys.count - 1
    for k in oldKeys.indices where oldKeys[k] != .max {
      let slot = slot(of: oldKeys[k])
      keys[slot] = oldKeys[k]
      values[slot] = oldValues[k]
    }
  }
}
