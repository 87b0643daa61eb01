import Clearframe
import Synchronization

/// Hands out inputs one by one to whoever asks, and can be told to stop while it waits for the next.
final class InputFeed: Sendable {
  private let source: Mutex<InputSource>
  private let isStopped = Atomic(false)

  init(_ source: InputSource) {
    self.source = Mutex(source)
  }

  /// What has been left out of folders so far; waits for an input that is under way.
  var skipped: SkippedEntries { source.withLock { $0.skipped } }

  /// The next input; nil after the last, or soon after a stop.
  func next() -> Input? {
    source.withLock { $0.next { isStopped.load(ordering: .relaxed) } }
  }

  /// Ends the feed, also where it waits for a slow list.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
  }
}
