import Synchronization

/// The same path many times, counting how often it is asked for.
struct CountingPaths: Sequence, Sendable {
  let path: String
  let count: Int
  let counter: PullCounter

  func makeIterator() -> AnyIterator<String> {
    var remaining = count
    return AnyIterator {
      guard remaining > 0 else { return nil }
      remaining -= 1
      counter.increment()
      return path
    }
  }
}

/// A number that several tasks may raise.
final class PullCounter: Sendable {
  private let storage = Mutex(0)

  var value: Int { storage.withLock { $0 } }

  func increment() {
    storage.withLock { $0 += 1 }
  }
}
