import Foundation

/// An OpenStreetMap file, read in passes, whichever format it has.
struct OSMFile {
  enum Format: String {
    case pbf = "PBF"
    case xml = "XML"
    case gzippedXML = "XML, gzip"
  }

  let format: Format
  private let path: String
  /// What the first pass has learnt about the blobs of a PBF file.
  private var blobs = PBFReader.Blobs()

  /// Tells the format by the first bytes, whatever the file is called.
  init(path: String) throws(ImportError) {
    guard let file = FileHandle(forReadingAtPath: path),
      let start = try? file.read(upToCount: 16), !start.isEmpty
    else { throw ImportError("expected OpenStreetMap data, found nothing to read") }
    self.path = path
    let bytes = [UInt8](start)
    if bytes.starts(with: [0x1F, 0x8B]) {
      format = .gzippedXML
    } else if bytes.starts(with: [UInt8(ascii: "B"), UInt8(ascii: "Z"), UInt8(ascii: "h")]) {
      throw ImportError("expected .osm, .osm.gz or .osm.pbf, found bzip2; `bunzip2` unpacks it")
    } else if Self.isText(bytes) {
      format = .xml
    } else if bytes.count > 4, bytes[0] == 0, bytes[1] == 0, bytes[4] == 0x0A {
      format = .pbf
    } else {
      throw ImportError("expected .osm, .osm.gz or .osm.pbf, found something else")
    }
  }

  mutating func read<Visitor: OSMVisitor>(
    _ pass: OSMPass, into visitor: inout Visitor
  ) throws(ImportError) {
    switch format {
    case .pbf: try PBFReader(path: path).read(pass, &blobs, into: &visitor)
    case .xml, .gzippedXML:
      var reader = OSMXMLReader(try ByteSource(path: path, isPacked: format == .gzippedXML))
      try reader.read(into: &visitor)
    }
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    let afterMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return afterMark.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
  }
}
