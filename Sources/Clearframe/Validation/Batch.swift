/// One run over a sequence of paths: workers ahead of the reader, reports in input order.
///
/// Used by one iterator at a time, which is why it needs no lock of its own.
final class Batch {
  /// How many files may be under way or finished ahead of the one that is read next, for each
  /// worker: enough that one slow file does not leave the others idle.
  private static let lookAheadPerWorker = 4

  private let validator: Validator
  private let slots: WorkerSlots
  private let lookAhead: Int
  private var paths: any IteratorProtocol<String>
  private var isExhausted = false
  private var pending: [Task<Report?, Never>] = []
  private var nextPending = 0

  init(validator: Validator, concurrency: Int, paths: any IteratorProtocol<String>) {
    self.validator = validator
    slots = WorkerSlots(count: concurrency)
    let (product, overflow) = concurrency.multipliedReportingOverflow(by: Self.lookAheadPerWorker)
    lookAhead = overflow ? concurrency : product
    self.paths = paths
  }

  deinit {
    cancel()
  }

  func next(isolation: isolated (any Actor)?) async -> Report? {
    if Task.isCancelled {
      cancel()
      return nil
    }
    startAhead()
    guard nextPending < pending.count else { return nil }
    let task = pending[nextPending]
    nextPending += 1
    if nextPending >= lookAhead {
      pending.removeFirst(nextPending)
      nextPending = 0
    }
    let report = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    if report == nil {
      cancel()
    }
    return report
  }

  private func startAhead() {
    while !isExhausted && pending.count - nextPending < lookAhead {
      guard let path = paths.next() else {
        isExhausted = true
        return
      }
      pending.append(
        Task.detached(priority: Task.currentPriority) { [validator, slots] in
          await slots.acquire()
          let report = Task.isCancelled ? nil : validator.reportOnFile(at: path)
          await slots.release()
          return report
        })
    }
  }

  private func cancel() {
    isExhausted = true
    for task in pending[nextPending...] {
      task.cancel()
    }
    pending.removeAll()
    nextPending = 0
  }
}
