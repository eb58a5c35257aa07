import Foundation
import Indicators
import Reports
import Testing

/// The page of a real run in a real browser; screenshots are left in the temporary folder.
@Suite(
  "report.html in Chromium", .serialized,
  .enabled(if: Browser.path != nil, "Chromium is not installed"))
struct PageInBrowserTests {
  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("noriai-page").path
  private static let results = folder + "/results"
  private static let page = results + "/report.html"

  /// Thirty days of trial 2, run once for all tests.
  private static let run: Result<Void, any Error> = Result {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let run = try CommandLineRun(
      "run", "Scenarios/senboku/trial-2.yaml", "--quiet", "--force", "--output", results)
    guard run.status == 0 else { throw Browser.Failure(description: run.errors) }
  }

  init() throws { try Self.run.get() }

  private func browser(_ language: String, width: Int = 1280, isPhone: Bool = false) throws
    -> Browser
  {
    let browser = try Browser()
    try browser.resize(width: width, height: isPhone ? 844 : 900, isPhone: isPhone)
    try browser.open(Self.page)
    try browser.evaluate("document.querySelector('[data-language=\(language)]').click()")
    return browser
  }

  private func expectQuiet(_ browser: Browser) {
    #expect(browser.complaints == [])
    #expect(browser.foreignRequests == [])
  }

  @Test("opens from disk without a network: small, complete, and nothing in the console")
  func opens() throws {
    let size = try Data(contentsOf: URL(fileURLWithPath: Self.page)).count
    #expect(size < 10_000_000)
    let browser = try Browser()
    try browser.resize(width: 1280, height: 900)
    let seconds = try browser.open(Self.page)
    print("report.html: \(size / 1000) kB, loaded in \(seconds) s; screenshots in \(Self.folder)")
    #expect(
      try browser.text("[...document.querySelectorAll('main > section')].map((s) => s.id).join()")
        == "answer,strategies,waits,town,day,vehicles,refusals,equity,reproduction,definitions")
    #expect(try browser.number("document.querySelectorAll('.notice:not(noscript *)').length") == 0)
    #expect(try browser.number("document.querySelectorAll('canvas[role=img]').length") >= 12)
    let blank = """
      [...document.querySelectorAll('canvas[role=img]')].filter((canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return !data.some((value) => value > 0);
      }).length
      """
    #expect(try browser.number(blank) == 0, "every chart is drawn")
    #expect(try browser.number("document.querySelectorAll('#town-map path').length") > 100)
    expectQuiet(browser)
  }

  @Test("fits a laptop and a phone in both languages", arguments: ["en", "ja"])
  func fits(language: String) throws {
    for (name, width, isPhone) in [("laptop", 1280, false), ("phone", 390, true)] {
      let browser = try browser(language, width: width, isPhone: isPhone)
      #expect(try browser.number("document.documentElement.scrollWidth") <= Double(width))
      try browser.evaluate("new Promise((done) => setTimeout(done, 300))")
      try browser.screenshot(to: Self.folder + "/\(name)-\(language).png")
      if !isPhone { try browser.print(to: Self.folder + "/print-\(language).pdf") }
      expectQuiet(browser)
    }
  }

  @Test("switches the language in place, and leaves no text of the other")
  func language() throws {
    let browser = try browser("en")
    try browser.evaluate("window.stays = true")
    #expect(try browser.text("document.documentElement.lang") == "en")
    #expect(try browser.text("document.querySelector('#answer h2').textContent") == "The answer")
    try browser.evaluate("document.querySelector('[data-language=ja]').click()")
    #expect(try browser.evaluate("window.stays") as? Bool == true)
    #expect(try browser.text("document.documentElement.lang") == "ja")
    #expect(try browser.text("document.querySelector('#answer h2').textContent") == "結論")
    #expect(try browser.text("document.title").hasPrefix("泉北ニュータウン"))
    let texts = "[...document.querySelectorAll('h2, h3, .lead, summary, legend, figcaption')]"
    let english = try browser.text(
      texts + ".map((n) => n.textContent).filter((t) => t && !/[\\u3040-\\u9fff]/.test(t)).join()")
    let names = Set(["greedy", "batch", ""])
    #expect(english.split(separator: ",").allSatisfy { names.contains(String($0)) }, "\(english)")
    expectQuiet(browser)
  }

  @Test("shows every figure of summary.json, in both languages", arguments: ["en", "ja"])
  func figures(language: String) throws {
    let summary = try Summary(
      json: Data(contentsOf: URL(fileURLWithPath: Self.results + "/summary.json")))
    let browser = try browser(language)
    let listed = try #require(
      browser.evaluate(
        "[...document.querySelectorAll('[data-kpi]')].map((n) => [n.dataset.kpi, "
          + "n.dataset.strategy || '', n.dataset.against || '', n.dataset.figure, n.textContent])")
        as? [[String]])
    var seen: Set<String> = []
    for entry in listed {
      let (kpi, strategy, against, figure) = (entry[0], entry[1], entry[2], entry[3])
      let expected: String
      if against.isEmpty {
        let own = try #require(summary.strategies.first { $0.id == strategy }?.kpis[kpi])
        expected =
          switch figure {
          case "mean": RenderedFigure.text(own.mean, of: kpi)
          case "p90": RenderedFigure.text(own.p90, of: kpi)
          default: RenderedFigure.range(own.ci95, of: kpi, isChange: false, language)
          }
      } else {
        let own = try #require(summary.comparisons.first { $0.b == against && $0.kpi == kpi })
        expected =
          figure == "difference"
          ? RenderedFigure.text(own.meanDifference, of: kpi, isChange: true)
          : RenderedFigure.range(own.ci95, of: kpi, isChange: true, language)
      }
      #expect(entry[4] == expected, "\(kpi) \(strategy)\(against) \(figure)")
      seen.insert("\(kpi) \(strategy) \(against) \(figure)")
    }
    // Means and intervals of both strategies, means and intervals of differences, and some p90.
    let kpis = Indicator.allCases.count
    let perRider = Indicator.allCases.count { $0.definition.level == .rider }
    #expect(seen.count == kpis * (2 * 2 + 2) + perRider * 2)
    expectQuiet(browser)
  }

  @Test("plays, pauses and scrubs the day; follows a vehicle and a rider")
  func day() throws {
    let browser = try browser("en")
    let clock = "document.getElementById('clock').textContent"
    let opens = try browser.text(clock)
    try browser.evaluate("document.getElementById('speed').value = '600'")
    try browser.evaluate("document.getElementById('play').click()")
    #expect(try browser.text("document.getElementById('play').textContent") == "Pause")
    try browser.wait(for: "\(clock) > '09:30'")
    try browser.evaluate("document.getElementById('play').click()")
    let paused = try browser.text(clock)
    try browser.evaluate("new Promise((done) => setTimeout(done, 300))")
    #expect(try browser.text(clock) == paused && paused > opens)

    let day = try Int(
      browser.number("JSON.parse(document.getElementById('data').textContent).day.day"))
    let trips = try Trips(in: Self.results + "/trips.csv", day: day)
    for strategy in 0..<2 {
      try browser.evaluate(
        "document.querySelectorAll('#day-strategies input')[\(strategy)].click()")
      for hour in 9...17 {
        let second = hour * 3600 + 1234
        try scrub(browser, to: second)
        let state = trips.count(["greedy", "batch"][strategy], at: Double(second))
        for (name, count) in [
          ("waiting", state.waiting), ("aboard", state.aboard), ("refused", state.refused),
        ] {
          #expect(
            try browser.text("document.getElementById('tally-\(name)').textContent") == "\(count)",
            "\(name) at \(hour):20:34")
        }
      }
    }

    try select(browser, "vehicle 1")
    #expect(try browser.text("document.querySelector('#followed h3').textContent") == "van 2")
    let mark = "document.querySelector('.followed-mark').getBoundingClientRect()"
    let map = "document.getElementById('day-map').getBoundingClientRect()"
    for second in [36_000, 43_200, 50_400] {
      try scrub(browser, to: second)
      let offset = try browser.number(
        "Math.hypot(\(mark).x + \(mark).width / 2 - \(map).x - \(map).width / 2, "
          + "\(mark).y + \(mark).height / 2 - \(map).y - \(map).height / 2)")
      #expect(offset < 12, "the map keeps to the vehicle")
    }
    let aboard = try #require(trips.someoneAboard(under: "batch"))
    try select(browser, "rider \(aboard.request)")
    try scrub(browser, to: Int(aboard.time))
    #expect(
      try browser.text("document.querySelector('#followed p').textContent").hasPrefix(
        "rides in van"))
    #expect(
      try browser.number("document.querySelectorAll('#day-map path.leaflet-interactive').length")
        > 0)
    try browser.evaluate("document.getElementById('day').scrollIntoView({ behavior: 'instant' })")
    try browser.screenshot(to: Self.folder + "/day-followed.png", wholePage: false)
    try select(browser, "")
    #expect(try browser.text("document.getElementById('followed').textContent") == "")
    expectQuiet(browser)
  }

  @Test("holds no barrier that axe knows of", .enabled(if: axe != nil, "NORIAI_AXE is not set"))
  func accessible() throws {
    let axe = try String(contentsOfFile: try #require(Self.axe), encoding: .utf8)
    for (language, width) in [("en", 1280), ("ja", 1280), ("ja", 390)] {
      let browser = try browser(language, width: width, isPhone: width < 600)
      try browser.evaluate(
        "for (const node of document.querySelectorAll('details')) node.open = true")
      try browser.evaluate(axe + "; undefined")
      let found = try browser.text(
        "axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3)"
          + ".map((n) => n.html.slice(0, 160)).join(' | ')).join('\\n'))")
      #expect(found == "", "\(language) \(width)")
    }
  }

  /// The script of axe-core, where it could be had.
  private static let axe = ProcessInfo.processInfo.environment["NORIAI_AXE"]

  private func scrub(_ browser: Browser, to second: Int) throws {
    try browser.evaluate(
      "{ const slider = document.getElementById('moment'); slider.value = '\(second)'; "
        + "slider.dispatchEvent(new Event('input')); }")
  }

  private func select(_ browser: Browser, _ choice: String) throws {
    try browser.evaluate(
      "{ const list = document.getElementById('follow'); list.value = '\(choice)'; "
        + "list.dispatchEvent(new Event('change')); }")
  }
}
