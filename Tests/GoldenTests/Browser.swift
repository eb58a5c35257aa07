import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A headless Chromium with one tab, no network, and everything it complains about.
///
/// Spoken to over a pair of pipes in the Chrome DevTools Protocol: JSON, a zero byte after each
/// message.
final class Browser {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Where Chromium is, if it is.
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Errors of scripts, messages to the console above information, and what the browser logs.
  private(set) var complaints: [String] = []
  /// Addresses asked for beyond the page itself and what it carries.
  private(set) var foreignRequests: [String] = []

  private let process = Process()
  private let folder: URL
  private let commands: FileHandle
  private let replies: FileHandle
  private var received = Data()
  private var session: String?
  private var lastID = 0

  init() throws {
    guard let path = Self.path else { throw Failure(description: "no Chromium") }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("noriai-browser-\(UUID().uuidString)")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pipes = ["commands", "replies"].map { folder.appendingPathComponent($0).path }
    for pipe in pipes {
      guard mkfifo(pipe, 0o600) == 0 else { throw Failure(description: "no pipe: \(errno)") }
    }
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "exec \"$0\" \"$@\" 3<\(pipes[0]) 4>\(pipes[1]) 2>/dev/null", path, "--headless=new",
      "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe",
      "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "about:blank",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    guard let commands = FileHandle(forWritingAtPath: pipes[0]),
      let replies = FileHandle(forReadingAtPath: pipes[1])
    else { throw Failure(description: "Chromium does not answer") }
    self.commands = commands
    self.replies = replies
    let target = try call("Target.createTarget", ["url": "about:blank"])
    let attached = try call(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try call(domain + ".enable") }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Opens a file and returns the seconds until it is loaded.
  @discardableResult
  func open(_ file: String) throws -> Double {
    let begin = Date()
    try call("Page.navigate", ["url": "file://" + file])
    try wait(for: "document.readyState === 'complete' && location.protocol === 'file:'")
    return Date().timeIntervalSince(begin)
  }

  func resize(width: Int, height: Int, isPhone: Bool = false) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": isPhone])
  }

  /// The value of an expression, once it is there if it is a promise.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let reply = try call(
      "Runtime.evaluate",
      ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let exception = reply["exceptionDetails"] {
      throw Failure(description: "\(expression): \(exception)")
    }
    return (reply["result"] as? [String: Any])?["value"]
  }

  func text(_ expression: String) throws -> String {
    guard let text = try evaluate(expression) as? String else {
      throw Failure(description: "no text: \(expression)")
    }
    return text
  }

  func number(_ expression: String) throws -> Double {
    guard let number = try evaluate(expression) as? NSNumber else {
      throw Failure(description: "no number: \(expression)")
    }
    return number.doubleValue
  }

  func wait(for condition: String) throws {
    for _ in 0..<600 {
      if try evaluate(condition) as? Bool == true { return }
      try evaluate("new Promise((done) => setTimeout(done, 50))")
    }
    throw Failure(description: "never: \(condition)")
  }

  func screenshot(to file: String, wholePage: Bool = true) throws {
    let reply = try call(
      "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": wholePage])
    try decoded(reply).write(to: URL(fileURLWithPath: file))
  }

  func print(to file: String) throws {
    let reply = try call(
      "Page.printToPDF", ["printBackground": true, "preferCSSPageSize": true])
    try decoded(reply).write(to: URL(fileURLWithPath: file))
  }

  private func decoded(_ reply: [String: Any]) throws -> Data {
    guard let data = (reply["data"] as? String).flatMap({ Data(base64Encoded: $0) }) else {
      throw Failure(description: "no picture")
    }
    return data
  }

  @discardableResult
  private func call(
    _ method: String, _ parameters: [String: Any] = [:]
  ) throws -> [String: Any] {
    lastID += 1
    var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    try commands.write(contentsOf: JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let reply = try nextMessage()
      guard let id = reply["id"] as? Int else {
        note(reply)
        continue
      }
      guard id == lastID else { continue }
      if let error = reply["error"] { throw Failure(description: "\(method): \(error)") }
      return reply["result"] as? [String: Any] ?? [:]
    }
  }

  private func nextMessage() throws -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = received[received.startIndex..<end]
        received = Data(received[(end + 1)...])
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var waiting = pollfd(fd: replies.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 120_000) > 0 else {
        throw Failure(description: "Chromium is silent")
      }
      let piece = replies.availableData
      guard !piece.isEmpty else { throw Failure(description: "Chromium has gone") }
      received.append(piece)
    }
  }

  private func note(_ event: [String: Any]) {
    let parameters = event["params"] as? [String: Any] ?? [:]
    switch event["method"] as? String {
    case "Runtime.exceptionThrown":
      complaints.append("\(parameters["exceptionDetails"] ?? "")")
    case "Runtime.consoleAPICalled":
      if ["error", "warning", "assert"].contains(parameters["type"] as? String) {
        complaints.append("\(parameters["args"] ?? "")")
      }
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any] ?? [:]
      if ["error", "warning"].contains(entry["level"] as? String) { complaints.append("\(entry)") }
    case "Page.javascriptDialogOpening":
      complaints.append("a dialog: \(parameters)")
    case "Network.requestWillBeSent":
      let request = parameters["request"] as? [String: Any]
      let url = request?["url"] as? String ?? ""
      let isDocument = parameters["type"] as? String == "Document"
      if !isDocument, !url.hasPrefix("data:"), !url.hasPrefix("blob:") {
        foreignRequests.append(url)
      }
    default:
      break
    }
  }
}
