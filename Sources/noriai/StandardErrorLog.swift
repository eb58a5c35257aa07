import Foundation
import Logging

/// Log lines on standard error, which know when they are lost.
struct StandardErrorLog: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    Streams.note("\(Date.now.ISO8601Format()) \(event.level): \(event.message)\n")
  }
}
