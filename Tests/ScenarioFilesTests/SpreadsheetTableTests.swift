import Foundation
import Mobility
import ScenarioFiles
import ScenarioModel
import TestSupport
import Testing

@Suite("Tables as spreadsheets save them")
struct SpreadsheetTableTests {
  private let scenario = Samples.scenario("stops:\n", "stops: stops.csv\nothers:\n")
    .replacing(
      "others:\n  - {key: clinic, name: 診療所, name_latin: Clinic, column: 1, row: 1}\n  "
        + "- {key: shop, name: 店, column: 3, row: 2}\n", with: "")

  private let stops = """
    key,name,latitude_deg,longitude_deg
    clinic,診療所,34.48,135.49
    shop,店,34.481,135.492

    """

  private func folder(_ table: Data) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(["s.yaml": scenario])
    try table.write(to: URL(fileURLWithPath: folder["stops.csv"]))
    return folder
  }

  private func names(_ table: String) throws -> [String] {
    try folder(Data(table.utf8)).read().places.values.prefix(2).map { "\($0.key)=\($0.name)" }
  }

  /// The first line of the message.
  private func problem(_ table: Data) throws -> String {
    let found = try folder(table).problems()
    return found.split(separator: "\n").first.map { String($0) } ?? ""
  }

  private func problem(_ table: String) throws -> String { try problem(Data(table.utf8)) }

  @Test(
    "rows of commas, empty headings at the end and spaces around cells do not count",
    arguments: [
      ("135.492\n", "135.492\n,,,\n, ,\u{3000},\n,,,,,\n"),
      ("key,name", "\n,,,\nkey,name"),
      ("longitude_deg\n", "longitude_deg,,\n"),
      ("135.49\n", "135.49,,\n"),
      ("shop,店", "shop ,\u{3000}店\u{A0}"),
      ("shop,店,", " shop, \"店 \" ,"),
      ("\n", "\r\n"),
      ("\n", "\r"),
    ])
  func harmless(_ old: String, _ new: String) throws {
    #expect(try names(stops.replacing(old, with: new)) == ["clinic=診療所", "shop=店"])
  }

  @Test("what stands below an empty heading needs one")
  func noHeading() throws {
    let table = stops.replacing("longitude_deg\n", with: "longitude_deg,,\n")
    #expect(
      try problem(table.replacing("135.49\n", with: "135.49,,x\n"))
        == "stops.csv:2:1: expected 4 cells as in the heading, found 6")
  }

  @Test(
    "another separator is named once",
    arguments: [
      (";", "semicolons"), ("\t", "tabs"), ("|", "bars"), ("，", "full-width commas"),
    ])
  func separators(_ separator: String, _ name: String) throws {
    let expected = "expected commas between cells, found \(name)"
    let found = try folder(Data(stops.replacing(",", with: separator).utf8)).problems()
    #expect(found.hasPrefix("stops.csv:1:1: \(expected)\n"))
    #expect(found.split(separator: "\n").count == 4)
    let rows = stops.replacing(
      "clinic,診療所,34.48,135.49",
      with: "clinic,診療所,34.48,135.49"
        .replacing(",", with: separator))
    #expect(try problem(rows) == "stops.csv:2:1: \(expected)")
    let quoted = stops.replacing(",", with: separator).replacing("clinic", with: "a\"b")
    #expect(try problem(quoted) == "stops.csv:1:1: \(expected)")
  }

  @Test("the line that tells Excel the separator")
  func separatorLine() throws {
    #expect(
      try problem("sep=;\n" + stops.replacing(",", with: ";"))
        == "stops.csv:1:1: expected commas between cells, found semicolons")
    #expect(
      try problem("sep=,\n" + stops) == "stops.csv:1:1: expected a heading, found a line for Excel")
  }

  @Test("bytes that are no UTF-8 are named with their line, their likely encoding and the way out")
  func encodings() throws {
    let shiftJIS = Data("key,name,latitude_deg,longitude_deg\na,".utf8) + [0x88, 0xC0, 0x91, 0x53]
    #expect(
      try folder(shiftJIS + Data(",34.48,135.49\n".utf8)).problems() == """
        stops.csv:2:3: expected a text in UTF-8, found the byte 0x88, as in Shift_JIS
            a,\u{FFFD}\u{FFFD}\u{FFFD}S,34.48,135.49
              ^
        in Excel, save it as "CSV UTF-8 (Comma delimited)"
        """)
    #expect(
      try problem(Data("key,".utf8) + [0xB1, 0xD8] + Data("\n".utf8))
        == "stops.csv:1:5: expected a text in UTF-8, found the byte 0xB1, as in EUC-JP")
    #expect(
      try problem(Data("key,caf".utf8) + [0xE9] + Data("\n".utf8))
        == "stops.csv:1:8: expected a text in UTF-8, found the byte 0xE9")
  }

  @Test(
    "other kinds of files are named",
    arguments: [
      ([0xFF, 0xFE, 0x6B, 0], "UTF-16"), ([0x6B, 0, 0x65, 0], "UTF-16"),
      ([0x50, 0x4B, 3, 4], "a zip archive, as a workbook of Excel is"),
      ([0x1F, 0x8B, 8, 0], "a gzip archive"),
    ])
  func kinds(_ bytes: [UInt8], _ name: String) throws {
    #expect(
      try problem(Data(bytes + bytes)) == "stops.csv: expected a text in UTF-8, found \(name)")
  }

  @Test("a comma, a quotation mark and a line end are what they are before a combining mark")
  func combiningMarks() throws {
    #expect(
      try names(stops.replacing("shop,店", with: "shop,\u{301}店"))
        == ["clinic=診療所", "shop=\u{301}店"])
    #expect(
      try names(stops.replacing("shop,店", with: "shop,\"\u{301}店\"\"\u{301}\""))
        == ["clinic=診療所", "shop=\u{301}店\"\u{301}"])
  }

  @Test(
    "control characters are refused with their code point",
    arguments: [
      ("\u{0}", "U+0000"), ("\u{1B}", "U+001B"), ("\u{202E}", "U+202E"), ("\u{2066}", "U+2066"),
      ("\u{85}", "U+0085"), ("\u{2028}", "U+2028"), ("\u{7F}", "U+007F"),
    ])
  func controls(_ control: String, _ code: String) throws {
    let found = try folder(Data(stops.replacing("店", with: "店\(control)x").utf8)).problems()
    #expect(
      found == """
        stops.csv:3:7: expected a text without control characters, found \(code)
            shop,店<\(code)>x,34.481,135.492
                   ^
        """)
  }

  @Test("a cell that is read stands in one line; a remark need not")
  func lineBreaks() throws {
    let breaking = stops.replacing("店", with: "\"店\n角\"")
    #expect(
      try problem(breaking) == "stops.csv:3:6: name: expected a text in one line, found U+000A")
    let remark = stops.replacing("deg\n", with: "deg,remark\n").replacing("49\n", with: "49,\n")
      .replacing("492\n", with: "492,\"two\nlines\"\n")
    #expect(try names(remark) == ["clinic=診療所", "shop=店"])
  }

  @Test("a quotation mark left open is shown where it opens")
  func openQuote() throws {
    #expect(
      try problem(stops.replacing("shop,店", with: "shop,\"店"))
        == "stops.csv:3:6: expected a closing quotation mark, found the end of the file")
    #expect(
      try problem(stops.replacing("店", with: "店\"角"))
        == "stops.csv:3:7: expected CSV, found a quotation mark inside a cell")
  }

  @Test(
    "a text is read back as it was, guarded or not",
    arguments: [
      ("=1", "'=1"), ("'=1", "''=1"), ("'a", "'a"), ("-5", "-5"), ("'-5", "''-5"), ("+1e3", "+1e3"),
      ("-05:30:00", "-05:30:00"), ("-Ⅱ", "'-Ⅱ"), ("+81 a", "'+81 a"), ("@", "'@"), ("-", "-"),
      ("a,\u{301}b", "\"a,\u{301}b\""), ("a\"\u{301}", "\"a\"\"\u{301}\""), ("", ""),
    ])
  func guarding(_ text: String, _ cell: String) throws {
    #expect(CSVCell.written(text) == cell)
    guard !text.isEmpty else { return }
    let name = try names(stops.replacing("店", with: cell))[1]
    #expect(name == "shop=" + text)
  }
}
