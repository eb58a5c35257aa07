import Foundation

/// The bytes of a file in the address space, read when they are needed and shared by all processes.
///
/// The file must not be written to meanwhile; it can be replaced by another.
final class MappedFile {
  let bytes: UnsafeRawBufferPointer

  /// `nil` where there is no file that can be read, or nothing in it.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    let count = Int(status.st_size)
    let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let start, start != MAP_FAILED else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
