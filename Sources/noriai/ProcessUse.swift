import Foundation

/// What this process has taken of the machine.
struct ProcessUse {
  /// User and system time of all threads.
  let cpuSeconds: Double
  /// The largest resident set, in millions of bytes.
  let peakMegabytes: Double

  static var soFar: Self {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      let bytesPerUnit = 1.0
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let bytesPerUnit = 1024.0
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return Self(
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMegabytes: Double(usage.ru_maxrss) * bytesPerUnit / 1e6)
  }
}
