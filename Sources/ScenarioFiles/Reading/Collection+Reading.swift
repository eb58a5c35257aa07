extension Collection {
  /// Every element as a value, or `nil` when one cannot be read.
  ///
  /// The others are read all the same, so that all problems are found.
  func mapAll<Value>(_ read: (Element) -> Value?) -> [Value]? {
    let values = compactMap(read)
    return values.count == count ? values : nil
  }
}
