import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Takes Ctrl-C and a request to terminate as messages instead of as sudden death.
///
/// The signals are blocked before any thread starts, so that every thread inherits that, and are
/// waited for on the main thread; no handler ever interrupts anything.
final class InterruptionWatch: Sendable {
  private let watched: [Int32]
  private let received = Mutex<Int32?>(nil)

  /// Blocks the signals on this thread and on those that it starts from now on.
  ///
  /// A signal that the caller ignores, as shells let background jobs do, stays ignored.
  init() {
    watched = [SIGINT, SIGTERM].filter { !Self.isIgnored($0) }
    var set = Self.set(of: watched)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// The signal that came first; nil where none has come.
  var interruption: Int32? { received.withLock { $0 } }

  /// Waits for signals for ever: the first calls `body`, the second ends the process.
  func wait(onFirst body: () -> Void) -> Never {
    var set = Self.set(of: watched)
    while true {
      var signal: Int32 = 0
      guard sigwait(&set, &signal) == 0 else { continue }
      let isSecond = received.withLock { received in
        defer { received = received ?? signal }
        return received != nil
      }
      if isSecond { _exit(ExitCode.interrupted(by: signal)) }
      body()
    }
  }

  private static func set(of signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    let previous = signal(number, SIG_DFL)
    let isIgnored =
      unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    if isIgnored { signal(number, SIG_IGN) }
    return isIgnored
  }
}
