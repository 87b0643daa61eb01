#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The tasks between the thread that starts them and the reader of their results, in order.
///
/// The thread blocks while the queue is full; the reader, a task, is suspended while it is empty.
final class WorkQueue {
  private let capacity: Int
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let roomCame = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  // All below is touched only under the lock.
  private var waiting: ArraySlice<Task<Report?, Never>> = []
  /// The task whose result the reader waits for.
  private var current: Task<Report?, Never>?
  private var reader: CheckedContinuation<Task<Report?, Never>?, Never>?
  /// The tasks that were appended and whose places have not been given back.
  private var occupied = 0
  private var hasEnded = false
  private var isCancelled = false

  /// Makes a queue for at most `capacity` tasks that wait, run or are finished but not read.
  init(capacity: Int) {
    self.capacity = capacity
    pthread_mutex_init(lock, nil)
    pthread_cond_init(roomCame, nil)
  }

  deinit {
    pthread_cond_destroy(roomCame)
    pthread_mutex_destroy(lock)
    roomCame.deallocate()
    lock.deallocate()
  }

  /// Blocks until there is room for a task; false once the queue is cancelled.
  func waitForRoom() -> Bool {
    withLock {
      while occupied >= capacity, !isCancelled { pthread_cond_wait(roomCame, lock) }
      return !isCancelled
    }
  }

  /// Takes in a task, or cancels it where the queue is cancelled.
  func append(_ task: Task<Report?, Never>) {
    let (isRefused, reader) = withLock {
      guard !isCancelled else { return (true, self.reader) }
      defer { self.reader = nil }
      occupied += 1
      if self.reader == nil { waiting.append(task) } else { current = task }
      return (false, self.reader)
    }
    if isRefused { task.cancel() } else { reader?.resume(returning: task) }
  }

  /// Says that no further task will come.
  func end() {
    let reader = withLock {
      defer { self.reader = nil }
      hasEnded = true
      return self.reader
    }
    reader?.resume(returning: nil)
  }

  /// The next task, once there is one; nil after the last or a cancellation.
  func takeNext(isolation: isolated (any Actor)? = #isolation) async -> Task<Report?, Never>? {
    await withCheckedContinuation { continuation in
      let next: Task<Report?, Never>?? = withLock {
        if isCancelled { return .some(nil) }
        if let task = waiting.popFirst() {
          current = task
          return task
        }
        if hasEnded { return .some(nil) }
        reader = continuation
        return nil
      }
      if let next { continuation.resume(returning: next) }
    }
  }

  /// Gives back the place of a task whose result has been read.
  func makeRoom() {
    withLock {
      current = nil
      occupied -= 1
      pthread_cond_signal(roomCame)
    }
  }

  /// Cancels every task that is not finished, and the queue for good.
  func cancel() {
    let (tasks, reader) = withLock {
      defer {
        waiting = []
        current = nil
        self.reader = nil
      }
      isCancelled = true
      pthread_cond_signal(roomCame)
      return ([current].compactMap(\.self) + waiting, self.reader)
    }
    for task in tasks { task.cancel() }
    reader?.resume(returning: nil)
  }

  private func withLock<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}

// Every mutable property is guarded by the lock, which the standard library's mutex cannot be: the
// pulling thread has to sleep on a condition.
extension WorkQueue: @unchecked Sendable {}
