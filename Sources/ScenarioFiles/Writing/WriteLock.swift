import Foundation

/// Lets one process at a time write to a place; a killed one holds nothing.
///
/// Where the file system has no locks, two must not write to one place at a time.
struct WriteLock {
  private let path: String
  private let descriptor: Int32

  /// `nil` where another process keeps it for longer than that.
  init?(_ place: WritingPlace, patience: Duration) throws(SystemError) {
    path = place.lock
    let deadline = ContinuousClock.now + patience
    while true {
      let path = path
      let file = try SystemError.check(path) { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
      do {
        try SystemError.check(path) { flock(file, LOCK_EX | LOCK_NB) }
      } catch {
        switch error.code {
        case ENOLCK, ENOSYS, ENOTSUP, EINVAL: break
        case EWOULDBLOCK:
          close(file)
          guard ContinuousClock.now < deadline else { return nil }
          usleep(20_000)
          continue
        default:
          close(file)
          throw error
        }
      }
      var status = stat()
      // The holder before may have removed the file that was waited for.
      guard fstat(file, &status) == 0, status.st_nlink > 0 else {
        close(file)
        continue
      }
      descriptor = file
      return
    }
  }

  func release() {
    // First the name: whoever takes the lock next makes a new one.
    unlink(path)
    close(descriptor)
  }
}
