/// One run over a sequence of jobs: workers ahead of the reader, reports in input order.
///
/// Used by one iterator at a time, which is why it needs no lock of its own.
final class Batch {
  /// How many jobs may be under way or finished ahead of the reader, for each worker: enough that
  /// one slow file does not leave the others idle.
  private static let lookAheadPerWorker = 4

  private let queue: WorkQueue
  private let slots: WorkerSlots
  private let makeJobs: @Sendable () -> any IteratorProtocol<ReportJob>
  private var isStarted = false

  init(
    concurrency: Int, makeJobs: @escaping @Sendable () -> any IteratorProtocol<ReportJob>
  ) {
    slots = WorkerSlots(count: concurrency)
    let (product, overflow) = concurrency.multipliedReportingOverflow(by: Self.lookAheadPerWorker)
    queue = WorkQueue(capacity: overflow ? concurrency : product)
    self.makeJobs = makeJobs
  }

  deinit {
    queue.cancel()
  }

  func next(isolation: isolated (any Actor)?) async -> Report? {
    if Task.isCancelled {
      queue.cancel()
      return nil
    }
    start()
    let report = await withTaskCancellationHandler { [queue] in
      await queue.takeNext()?.value
    } onCancel: { [queue] in
      queue.cancel()
    }
    if report == nil { queue.cancel() } else { queue.makeRoom() }
    return report
  }

  /// Starts pulling jobs, when the first report is asked for.
  ///
  /// The next job may be slow to come: a list typed by hand, a folder on a network. Waiting for it
  /// on a thread of its own keeps it from holding up reports that are ready, which it could do even
  /// as a task where the machine has only one core.
  private func start() {
    guard !isStarted else { return }
    isStarted = true
    let priority = Task.currentPriority
    PullThread.run { [queue, slots, makeJobs] in
      var jobs = makeJobs()
      while queue.waitForRoom() {
        guard let job = jobs.next() else {
          queue.end()
          return
        }
        queue.append(
          Task.detached(priority: priority) {
            await slots.acquire()
            let report = Task.isCancelled ? nil : job()
            await slots.release()
            return report
          })
      }
    }
  }
}
