/// The tags of an XML text as it streams past.
///
/// Foundation's parser ends the process on attributes that are no UTF-8, so this one reads what
/// data files consist of: elements, attributes, texts, comments; no entities of their own.
struct XMLTokens {
  enum Token {
    case start(name: String, attributes: [(name: String, value: String)])
    case end(name: String)
    case text(String)
  }

  private static let deepest = 100

  private static let beginsTag = ByteSet([UInt8(ascii: "<")])
  private static let endsDoubleQuoted = ByteSet([UInt8]("\"<".utf8))
  private static let endsSingleQuoted = ByteSet([UInt8]("'<".utf8))
  private static let endsName = ByteSet([UInt8]("=/><\"'& \t\r\n".utf8))

  private let source: ByteSource
  /// What is read of the source, from `position` on not yet used.
  private var bytes: ArraySlice<UInt8> = []
  private var position = 0
  private(set) var line = 1
  private var open: [String] = []
  private var hasRoot = false
  /// The end of an element that was written as `<element/>`.
  private var pending: String?

  init(_ source: ByteSource) { self.source = source }

  /// `nil` after the end of the root element.
  mutating func next() throws(ImportError) -> Token? {
    if let name = pending {
      pending = nil
      return .end(name: name)
    }
    while let byte = try peek() {
      guard byte == UInt8(ascii: "<") else {
        let text = try string(until: Self.beginsTag)
        let isBlank = text.utf8.allSatisfy(Self.isBlank)
        if !open.isEmpty { return .text(text) }
        guard isBlank || text == "\u{FEFF}" || text.hasPrefix("\u{FEFF}") && !hasRoot else {
          throw error("expected an element, found text")
        }
        continue
      }
      try advance()
      switch try peek() {
      case UInt8(ascii: "?")?: try skip(past: "?>")
      case UInt8(ascii: "!")?: try skipDeclaration()
      case UInt8(ascii: "/")?: return try endTag()
      default: return try startTag()
      }
    }
    guard hasRoot, open.isEmpty else {
      throw error("expected more, found the end of the file; is the download complete?")
    }
    return nil
  }

  func error(_ problem: String) -> ImportError { ImportError(line: line, problem) }

  private mutating func startTag() throws(ImportError) -> Token {
    guard !(hasRoot && open.isEmpty) else { throw error("expected one element, found another") }
    let name = try self.name()
    var attributes: [(name: String, value: String)] = []
    hasRoot = true
    while true {
      try skipBlanks()
      switch try peek() {
      case UInt8(ascii: ">")?:
        try advance()
        open.append(name)
        guard open.count <= Self.deepest else {
          throw error("expected at most \(Self.deepest) elements inside each other")
        }
        return .start(name: name, attributes: attributes)
      case UInt8(ascii: "/")?:
        try advance()
        try expect(">")
        pending = name
        return .start(name: name, attributes: attributes)
      default: attributes.append(try attribute())
      }
    }
  }

  private mutating func attribute() throws(ImportError) -> (name: String, value: String) {
    let name = try self.name()
    try skipBlanks()
    try expect("=")
    try skipBlanks()
    guard let quote = try peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw error("expected a value in quotation marks")
    }
    try advance()
    let value = try string(
      until: quote == UInt8(ascii: "\"") ? Self.endsDoubleQuoted : Self.endsSingleQuoted)
    guard try peek() == quote else { throw error("expected a closing quotation mark") }
    try advance()
    return (name, value)
  }

  private mutating func endTag() throws(ImportError) -> Token {
    try advance()
    let name = try self.name()
    try skipBlanks()
    try expect(">")
    guard open.popLast() == name else { throw error("expected another tag than </\(name)>") }
    return .end(name: name)
  }

  private mutating func skipDeclaration() throws(ImportError) {
    try advance()
    if try peek() == UInt8(ascii: "-") {
      try advance()
      try expect("-")
      try skip(past: "-->")
    } else if try peek() == UInt8(ascii: "[") {
      try skip(past: "]]>")
    } else {
      while let byte = try peek(), byte != UInt8(ascii: ">") {
        guard byte != UInt8(ascii: "[") else {
          throw error("expected a map without declarations of its own, found <!DOCTYPE [")
        }
        try advance()
      }
      try expect(">")
    }
  }

  private mutating func name() throws(ImportError) -> String {
    let name = try string(until: Self.endsName)
    guard !name.isEmpty else { throw error("expected a name") }
    return name
  }

  /// What comes before a byte that ends it, its entities replaced.
  private mutating func string(until ends: ByteSet) throws(ImportError) -> String {
    var text: [UInt8] = []
    while try peek() != nil {
      let start = position
      while position < bytes.endIndex, !ends.contains(bytes[position]) { position += 1 }
      let part = bytes[start..<position]
      line += part.count { $0 == 0x0A }
      if position < bytes.endIndex, text.isEmpty { return try self.text(part) }
      text += part
      if position < bytes.endIndex { break }
    }
    return try self.text(text[...])
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(ImportError) -> String {
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw error("expected UTF-8, found other bytes")
    }
    return bytes.contains(UInt8(ascii: "&")) ? try replacingEntities(string) : string
  }

  private func replacingEntities(_ text: String) throws(ImportError) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";") else {
        throw error("expected a semicolon after &")
      }
      let name = String(rest[rest.index(after: start)..<end])
      switch name {
      case "amp": result.append("&")
      case "lt": result.append("<")
      case "gt": result.append(">")
      case "quot": result.append("\"")
      case "apos": result.append("'")
      default:
        let isHexadecimal = name.hasPrefix("#x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard name.hasPrefix("#"), let code = UInt32(digits, radix: isHexadecimal ? 16 : 10),
          let scalar = Unicode.Scalar(code)
        else { throw error("expected a character, found &\(name);") }
        result.append(scalar)
      }
      rest = rest[rest.index(after: end)...]
    }
    return String(result + rest)
  }

  private mutating func skip(past end: String) throws(ImportError) {
    let end = [UInt8](end.utf8)
    var last: [UInt8] = []
    while last != end {
      guard let byte = try peek() else { throw error("expected more, found the end of the file") }
      if last.count == end.count { last.removeFirst() }
      last.append(byte)
      try advance()
    }
  }

  private mutating func skipBlanks() throws(ImportError) {
    while let byte = try peek(), Self.isBlank(byte) { try advance() }
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(ImportError) {
    guard let byte = try peek(), byte == UInt8(ascii: character) else {
      throw error("expected \"\(character)\"")
    }
    try advance()
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private mutating func peek() throws(ImportError) -> UInt8? {
    if position == bytes.endIndex {
      bytes = try source.next()
      position = bytes.startIndex
      if bytes.isEmpty { return nil }
    }
    return bytes[position]
  }

  private mutating func advance() throws(ImportError) {
    guard let byte = try peek() else { throw error("expected more, found the end of the file") }
    if byte == 0x0A { line += 1 }
    position += 1
  }
}
