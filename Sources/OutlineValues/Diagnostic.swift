#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Lines on standard error.
enum Diagnostic {
  static func print(_ text: String) {
    let line = "OutlineValues: \(text)\n"
    _ = line.utf8CString.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
  }
}
