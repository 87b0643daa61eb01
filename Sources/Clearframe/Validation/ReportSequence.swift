/// The reports of a batch, in input order, made by a bounded number of workers.
///
/// Paths are pulled from their sequence only as far ahead as the workers need, so a long listing
/// is never held as a whole; a path that is slow to come never holds up a report that is ready.
/// They are pulled on a thread of their own. Cancelling the consuming task, or dropping the
/// iterator, stops the workers between two bands of rows; the sequence then ends early.
public struct ReportSequence: AsyncSequence, Sendable {
  /// One report for each path.
  public typealias Element = Report
  /// The sequence itself never fails; an unreadable file is a report with an `error`.
  public typealias Failure = Never

  private let concurrency: Int
  private let makeJobs: @Sendable () -> any IteratorProtocol<ReportJob>

  /// Makes a sequence of the reports of jobs, which are pulled one by one in each run.
  package init(
    concurrency: Int, makeJobs: @escaping @Sendable () -> any IteratorProtocol<ReportJob>
  ) {
    self.concurrency = Swift.max(1, concurrency)
    self.makeJobs = makeJobs
  }

  /// Starts the batch; each call starts it anew.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(batch: Batch(concurrency: concurrency, makeJobs: makeJobs))
  }

  /// Hands out the reports of one run of a batch.
  public struct AsyncIterator: AsyncIteratorProtocol {
    /// Hands out one report for each path.
    public typealias Element = Report
    /// Never fails.
    public typealias Failure = Never

    private let batch: Batch

    init(batch: Batch) {
      self.batch = batch
    }

    /// The next report in input order; nil at the end, or when the consuming task is cancelled.
    public mutating func next() async -> Report? {
      await batch.next(isolation: nil)
    }

    /// The next report in input order; nil at the end, or when the consuming task is cancelled.
    public mutating func next(isolation actor: isolated (any Actor)?) async -> Report? {
      await batch.next(isolation: actor)
    }
  }
}
