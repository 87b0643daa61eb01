#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A system call's failure, by its number.
struct SystemError: Error, Hashable {
  /// The number, as in errno.
  let code: Int32

  init(code: Int32) {
    self.code = code
  }

  /// The failure of the call that has just returned.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's words, such as `Permission denied`.
  var text: String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
