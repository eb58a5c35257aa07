import Mobility

extension Instant {
  /// After midnight of the service day.
  var inSeconds: Double { Double(milliseconds) / 1000 }
}
