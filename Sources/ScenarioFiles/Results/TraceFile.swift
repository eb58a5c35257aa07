public import Foundation
public import Journal

/// The traces of one strategy as compressed lines, `trace/<strategy>.jsonl.gz`.
public struct TraceFile: Hashable, Sendable {
  public let traces: [Trace]

  /// Days in order.
  public init(_ traces: [Trace]) { self.traces = traces }

  public static func path(of strategy: String) -> String { "trace/\(strategy).jsonl.gz" }

  public var digests: TraceDigests {
    var digest = TraceDigest()
    for trace in traces { digest.add(trace) }
    return digest.values
  }

  public var bytes: Data {
    var text = Data(TraceCodec.heading.utf8)
    for trace in traces {
      TraceCodec.write(trace) { piece in
        piece.withUnsafeBufferPointer { text.append($0) }
      }
    }
    return Gzip.compress(text)
  }

  /// Reads what `bytes` gave; `path` is named in errors.
  public init(_ bytes: Data, path: String) throws(InputErrors) {
    func failure(_ problem: String) -> InputErrors {
      InputErrors(at: path, problem)
    }
    let content: Data
    do {
      content = try Gzip.decompress(bytes)
    } catch {
      switch error {
      case .truncated: throw failure("expected a gzip file, found the beginning of one only")
      case .corrupt: throw failure("expected a gzip file, found other or damaged bytes")
      case .tooLong:
        throw failure("expected a text of at most 100 times its compressed length, found more")
      }
    }
    guard let text = String(validating: content, as: UTF8.self),
      text.hasPrefix(TraceCodec.heading)
    else {
      throw failure("expected a trace of version \(TraceCodec.version), found another heading")
    }
    do {
      traces = try TraceCodec.traces(in: String(text.dropFirst(TraceCodec.heading.count)))
    } catch {
      throw failure("expected a record, found none that can be read on line \(error.line + 1)")
    }
  }
}
