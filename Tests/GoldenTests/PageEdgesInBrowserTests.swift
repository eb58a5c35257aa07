import Foundation
import Testing

/// Pages of the smallest scenario that are harder to show than others, in a real browser.
@Suite(
  "report.html in Chromium, at its edges", .serialized,
  .enabled(if: Browser.path != nil, "Chromium is not installed"))
struct PageEdgesInBrowserTests {
  private func expectQuiet(_ browser: Browser) {
    #expect(browser.complaints == [])
    #expect(browser.foreignRequests == [])
  }

  @Test("works without the libraries: tables, and which package draws the rest")
  func withoutLibraries() throws {
    try withTemporaryFolder { folder in
      // Files that hold nothing draw nothing.
      for name in ["chart.min.js", "leaflet.min.js", "leaflet.css"] {
        try Data().write(to: URL(fileURLWithPath: folder + "/" + name))
      }
      let page = try quickstart(in: folder, "--libraries", folder)
      let browser = try Browser()
      try browser.open(page)
      try browser.evaluate("document.querySelector('[data-language=en]').click()")
      let notices = try browser.text("document.getElementById('notices').textContent")
      #expect(notices.contains("libjs-chart.js") && notices.contains("libjs-leaflet"))
      #expect(try browser.number("document.querySelectorAll('canvas').length") == 0)
      #expect(try browser.number("document.querySelectorAll('table').length") >= 7)
      expectQuiet(browser)
    }
  }

  @Test("a stop named as a script is a stop named as a script")
  func hostileNames() throws {
    try withTemporaryFolder { folder in
      let name = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"
      let page = try quickstart(
        in: folder, replacing: ("name: 駅前, name_latin: Station", "name: \"\(name)\""))
      let browser = try Browser()
      try browser.open(page)
      for language in ["en", "ja"] {
        try browser.evaluate("document.querySelector('[data-language=\(language)]').click()")
        try browser.evaluate(
          "for (const node of document.querySelectorAll('details')) node.open = true; "
            + "for (const path of document.querySelectorAll('.map path.leaflet-interactive')) "
            + "path.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))")
        let text = try browser.text("document.body.textContent")
        #expect(text.contains(name))
        #expect(try browser.evaluate("typeof window.hacked") as? String == "undefined")
        #expect(try browser.number("document.querySelectorAll('main script, img').length") == 0)
      }
      expectQuiet(browser)
    }
  }

  /// The page of the smallest scenario, one of whose texts may be another.
  private func quickstart(
    in folder: String, _ options: String..., replacing change: (old: String, new: String)? = nil
  ) throws -> String {
    var scenario = try String(
      contentsOf: CommandLineRun.root.appendingPathComponent("Scenarios/quickstart.yaml"),
      encoding: .utf8)
    if let change {
      #expect(scenario.contains(change.old))
      scenario = scenario.replacingOccurrences(of: change.old, with: change.new)
    }
    try scenario.write(toFile: folder + "/quickstart.yaml", atomically: true, encoding: .utf8)
    let run = try CommandLineRun(
      ["run", folder + "/quickstart.yaml", "--quiet", "--output", folder + "/r"] + options)
    #expect(run.status == 0, "\(run.errors)")
    return folder + "/r/report.html"
  }
}
