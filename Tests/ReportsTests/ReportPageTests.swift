import Foundation
import PageResources
import Reports
import Testing

@Suite("The page as a file")
struct ReportPageTests {
  private static let hostile = #"</script><script>alert("&")</script><!-- {{data}}"#

  private func html(
    _ data: PageData, libraries: PageLibraries = .none, baseMap: BaseMap? = nil
  ) throws -> String {
    String(
      decoding: try ReportPage(data, libraries: libraries, baseMap: baseMap).html(), as: UTF8.self)
  }

  private func script(_ id: String, of page: String) throws -> Data {
    let opening = try #require(page.range(of: "<script type=\"application/json\" id=\"\(id)\">"))
    let rest = page[opening.upperBound...]
    let closing = try #require(rest.range(of: "</script>"))
    return Data(rest[..<closing.lowerBound].utf8)
  }

  @Test("whatever a stop is called, it is a text and ends no element")
  func escaping() throws {
    let plain = try html(PageSample.data())
    let page = try html(PageSample.data(PageSample.results(named: Self.hostile)))
    #expect(
      page.components(separatedBy: "<script").count
        == plain.components(separatedBy: "<script").count)
    #expect(
      page.components(separatedBy: "<!--").count == plain.components(separatedBy: "<!--").count)
    let json = try #require(
      JSONSerialization.jsonObject(with: script("data", of: page)) as? [String: Any])
    let town = try #require(json["town"] as? [String: Any])
    let stops = try #require(town["stops"] as? [[String: Any]])
    let name = try #require(stops[0]["name"] as? [String: Any])
    #expect(name["name"] as? String == Self.hostile)
    let title = try #require(page.range(of: "<title>"))
    let rest = page[title.upperBound...]
    let end = try #require(rest.range(of: "</title>"))
    #expect(!rest[..<end.lowerBound].contains("<"))
  }

  @Test("the same values give the same bytes")
  func deterministic() throws {
    #expect(try html(PageSample.data()) == html(PageSample.data()))
  }

  @Test("libraries are put in whole; without them nothing else is missing")
  func libraries() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let chart = folder.appendingPathComponent("chart.js")
    try FileManager.default.createDirectory(at: chart, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("draw('</script>')".utf8).write(to: chart.appendingPathComponent("chart.min.js"))
    let found = PageLibraries.find(in: ["/nowhere", folder.path])
    #expect(found.charts != nil && found.map == nil)
    #expect(PageLibraries.find(in: ["/nowhere"]) == .none)
    let page = try html(PageSample.data(), libraries: found)
    #expect(page.contains(#"draw('<\/script>')"#))
    #expect(page.contains("Chart.js Contributors\n"))
    #expect(page.contains("THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND"))
    let without = try html(PageSample.data())
    #expect(!without.contains("Chart.js Contributors"))
    #expect(try script("data", of: page) == script("data", of: without))
  }

  @Test("each library goes into the page with its copyright and the whole text of its licence")
  func licences() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["chart.min.js": "charts()", "leaflet.min.js": "map()", "leaflet.css": ".map {}"]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let libraries = PageLibraries.find(in: [folder.path])
    let page = try html(PageSample.data(), libraries: libraries)
    let chart = try #require(page.firstRange(of: "Copyright (c) 2014-2022 Chart.js Contributors"))
    let map = try #require(page.firstRange(of: "Copyright (c) 2010-2022, Volodymyr Agafonkin"))
    let ends = [page.firstRange(of: "charts()"), page.firstRange(of: ".map {}")]
    let (charts, style) = (try #require(ends[0]), try #require(ends[1]))
    #expect(charts.lowerBound > chart.upperBound)
    #expect(style.lowerBound > map.upperBound)
    for text in [
      "The above copyright notice and this permission notice shall be included in all copies",
      "Redistributions of source code must retain the above copyright notice, this list of",
      "Redistributions in binary form must reproduce the above copyright notice, this list of",
      "DAMAGES OR OTHER LIABILITY", "OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    // In the source of both the style and the script.
    #expect(page.ranges(of: "BSD 2-Clause License").count == 2)
  }

  @Test("nothing is asked of a network unless a base map is wanted")
  func network() throws {
    let page = try html(PageSample.data())
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("https://cyberjapandata"))
    let mapped = try html(PageSample.data(), baseMap: .gsi)
    #expect(mapped.contains("img-src data: https://cyberjapandata.gsi.go.jp"))
  }

  @Test("every text is there in both languages, and none for nothing")
  func words() throws {
    let words = try #require(
      JSONSerialization.jsonObject(with: PageFiles.words) as? [String: [String: String]])
    for (key, texts) in words {
      #expect(Set(texts.keys) == ["en", "ja"], "\(key)")
      for text in texts.values { #expect(!text.isEmpty, "\(key)") }
      func names(_ text: String?) -> [String] {
        (text ?? "").matches(of: #/\{(\w+)\}/#).map { String($0.1) }.sorted()
      }
      #expect(names(texts["en"]) == names(texts["ja"]), "\(key)")
    }
    let script = String(decoding: PageFiles.script, as: UTF8.self)
    let template = String(decoding: PageFiles.template, as: UTF8.self)
    var used = Set(script.matches(of: #/word\("([\w.]+)"/#).map { String($0.1) })
    used.formUnion(template.matches(of: #/data-word(?:-label)?="([\w.]+)"/#).map { String($0.1) })
    for key in used { #expect(words[key] != nil, "\(key)") }
    // Keys that the script puts together from a part and a name.
    let parts = script.matches(of: #/[`"]([a-zA-Z]+\.?)(?:\$\{|")/#).map { String($0.1) }
    for key in words.keys where !used.contains(key) {
      let isQuoted = script.contains("\"\(key)\"")
      let isMade = parts.contains { $0.hasSuffix(".") && key.hasPrefix($0) }
      #expect(isQuoted || isMade, "\(key) is never shown")
    }
  }
}
