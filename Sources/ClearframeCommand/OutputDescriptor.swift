#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A descriptor that text is written to, whole or with an error.
struct OutputDescriptor: Sendable {
  /// Where answers go.
  static let standardOutput = OutputDescriptor(number: STDOUT_FILENO)
  /// Where everything else goes.
  static let standardError = OutputDescriptor(number: STDERR_FILENO)

  private let number: Int32

  /// Writes to an open descriptor, which stays the caller's.
  init(number: Int32) {
    self.number = number
  }

  /// Whether a person at a terminal reads what is written, and takes colours.
  var takesColor: Bool {
    guard isatty(number) == 1 else { return false }
    // https://no-color.org: any value but the empty one.
    if let refusal = getenv("NO_COLOR"), refusal.pointee != 0 { return false }
    guard let terminal = getenv("TERM") else { return false }
    return strcmp(terminal, "dumb") != 0
  }

  /// Writes all of the text; SIGPIPE must be ignored for a lost reader to be an error.
  func write(_ text: String) throws(OutputError) {
    var text = text
    let failure = text.withUTF8 { bytes -> OutputError? in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Self.writeBytes(number, UnsafeBufferPointer(rebasing: rest))
        if count >= 0 {
          rest = rest.dropFirst(count)
          continue
        }
        let error = SystemError.last
        switch error.code {
        case EINTR: continue
        case EAGAIN:
          // Whoever shares the descriptor made it non-blocking.
          var wait = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
        case EPIPE: return .readerLeft
        default: return .failed(error)
        }
      }
      return nil
    }
    if let failure { throw failure }
  }

  /// Closes the descriptor: a network or a full disk may tell of a failed write only now.
  func close() throws(OutputError) {
    guard Self.closeDescriptor(number) != 0 else { return }
    let error = SystemError.last
    // A descriptor that was never open is told of by the first write, where there is one.
    if error.code != EBADF, error.code != EINTR { throw .failed(error) }
  }

  private static func writeBytes(_ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    #if canImport(Darwin)
      Darwin.write(number, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(number, bytes.baseAddress, bytes.count)
    #endif
  }

  private static func closeDescriptor(_ number: Int32) -> Int32 {
    #if canImport(Darwin)
      Darwin.close(number)
    #else
      Glibc.close(number)
    #endif
  }
}
