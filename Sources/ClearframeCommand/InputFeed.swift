import Clearframe
import Synchronization

/// Hands files to the validator one by one and remembers, in order, what else is to be answered.
///
/// The validator takes paths as fast as its look-ahead allows; its answers come back in the same
/// order. Folders that cannot be read, standard input and names that are not UTF-8 cannot go
/// through it. They wait here for their turn: at most the look-ahead's files, and what stands
/// between them, are held at once.
final class InputFeed: Sequence, Sendable {
  /// What stands between two answers of the validator.
  enum Turn: Sendable, Hashable {
    /// The validator's next answer.
    case validated
    /// Something that the runner answers itself.
    case other(Input)
  }

  // Two locks: the next path may be slow to come, and answers must not wait for it.
  private let source: Mutex<InputSource>
  private let turns = Mutex<[Turn]>([])

  init(_ source: InputSource) {
    self.source = Mutex(source)
  }

  /// What has been left out of folders so far.
  var skipped: SkippedEntries { source.withLock { $0.skipped } }

  /// The turns since the last call, oldest first.
  func takeTurns() -> [Turn] {
    turns.withLock { turns in
      defer { turns = [] }
      return turns
    }
  }

  /// An iterator over the paths for the validator; all iterators share one position.
  func makeIterator() -> Iterator { Iterator(feed: self) }

  private func nextPath() -> String? {
    while let input = source.withLock({ $0.next { Task.isCancelled } }) {
      guard case .file(let path) = input, let text = path.exactText else {
        turns.withLock { $0.append(.other(input)) }
        continue
      }
      turns.withLock { $0.append(.validated) }
      return text
    }
    return nil
  }

  /// Takes the next path for the validator.
  struct Iterator: IteratorProtocol {
    fileprivate let feed: InputFeed

    func next() -> String? { feed.nextPath() }
  }
}
