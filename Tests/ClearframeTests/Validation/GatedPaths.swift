import Foundation

/// The same path several times, each only once somebody has allowed it.
struct GatedPaths: Sequence, Sendable {
  /// Counts what is allowed; waiting for it blocks the thread, as reading a slow list does.
  final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func allowOne() { semaphore.signal() }

    func pass() { semaphore.wait() }
  }

  let path: String
  let count: Int
  let gate = Gate()

  func makeIterator() -> AnyIterator<String> {
    var remaining = count
    return AnyIterator {
      gate.pass()
      guard remaining > 0 else { return nil }
      remaining -= 1
      return path
    }
  }
}
