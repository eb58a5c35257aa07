import Foundation

/// An OpenStreetMap file, read in passes, whichever format it has.
struct OSMFile {
  enum Format: String {
    case pbf = "PBF"
    case xml = "XML"
    case gzippedXML = "XML, gzip"
  }

  let format: Format
  /// In bytes.
  let size: Int
  private let path: String
  /// What the first pass has learnt about the blobs of a PBF file.
  private var blobs = PBFReader.Blobs()

  /// Tells the format by the first bytes, whatever the file is called.
  init(path: String) throws(ImportError) {
    guard let file = FileHandle(forReadingAtPath: path),
      let start = try? file.read(upToCount: 16), !start.isEmpty,
      let end = try? file.seekToEnd()
    else { throw ImportError("expected OpenStreetMap data, found nothing to read") }
    self.path = path
    size = Int(clamping: end)
    let bytes = [UInt8](start)
    if bytes.starts(with: [0x1F, 0x8B]) {
      format = .gzippedXML
    } else if Self.isText(bytes) {
      format = .xml
    } else if bytes.count > 4, bytes[0] == 0, bytes[1] == 0, bytes[4] == 0x0A {
      format = .pbf
    } else {
      let other = Self.others.first { bytes.starts(with: $0.start) }
      throw ImportError(
        "expected .osm, .osm.gz or .osm.pbf, found \(other?.name ?? "something else")")
    }
  }

  /// What maps also come as, and what makes them readable.
  private static let others: [(start: [UInt8], name: String)] = [
    ([UInt8]("BZh".utf8), "bzip2; `bunzip2` unpacks it"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz; `unxz` unpacks it"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd; `unzstd` unpacks it"),
    ([0x04, 0x22, 0x4D, 0x18], "lz4; `unlz4` unpacks it"),
    ([0x5D, 0x00, 0x00], "lzma; `unlzma` unpacks it"),
    ([UInt8]("PK".utf8), "zip; `unzip` unpacks it"),
    ([0x37, 0x7A, 0xBC, 0xAF], "7z; `7z x` unpacks it"),
    ([0xFF, 0xE0], "o5m; `osmium cat FILE -o plain.osm.pbf` reads it"),
    ([0xFF, 0xFE], "UTF-16; `iconv -f UTF-16 -t UTF-8` makes it UTF-8"),
    ([0xFE, 0xFF], "UTF-16; `iconv -f UTF-16 -t UTF-8` makes it UTF-8"),
    ([UInt8(ascii: "{")], "JSON; Overpass writes XML after `[out:xml]`"),
  ]

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
