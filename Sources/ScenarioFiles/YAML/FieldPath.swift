/// Where a value stands below others, written only when a message needs it.
indirect enum FieldPath: CustomStringConvertible {
  case root(String)
  case key(String, in: FieldPath)
  /// Items of lists count from 1.
  case item(Int, in: FieldPath)

  var description: String {
    switch self {
    case .root(let path): path
    case .key(let key, let section):
      section.description.isEmpty ? key : "\(section.description).\(key)"
    case .item(let position, let list): "\(list.description)[\(position)]"
    }
  }
}
