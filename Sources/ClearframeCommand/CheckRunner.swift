import Clearframe

/// Carries out a plan: lets the validator judge, prints the answers in order and counts them.
struct CheckRunner: Sendable {
  private let plan: CheckPlan
  private let output: OutputDescriptor
  private let diagnostics: OutputDescriptor
  private let limits = Limits()

  init(
    _ plan: CheckPlan, output: OutputDescriptor = .standardOutput,
    diagnostics: OutputDescriptor = .standardError
  ) {
    self.plan = plan
    self.output = output
    self.diagnostics = diagnostics
  }

  /// Runs until everything is answered, the reader is gone or the task is cancelled.
  ///
  /// - Returns: the exit code; an interrupted run's own code is the caller's to choose.
  func run() async -> Int32 {
    var run = Run(plan: plan, output: output, limits: limits)
    do throws(OutputError) {
      try await run.answerAll()
    } catch {
      switch error {
      case .readerLeft: return ExitCode.success
      case .failed(let failure):
        Diagnostics.print("cannot write the answers: \(failure.text)", to: diagnostics)
        return ExitCode.trouble
      }
    }
    let summary = run.summary
    if !summary.isComplete {
      let count = NumberText.count(summary.files, "file", "files")
      Diagnostics.print("stopped after \(count)", to: diagnostics)
    } else if summary.files == 0 {
      Diagnostics.print("no pictures were found", to: diagnostics)
    }
    if summary.skipped.total > 0, !run.reporter.tellsSummary {
      // Formats without a summary would pass over entries without a word.
      try? diagnostics.write(TextReporter().closing(summary))
    }
    if summary.unreadable > 0 { return ExitCode.trouble }
    return summary.failed + summary.undecided > 0 ? ExitCode.findings : ExitCode.success
  }
}

/// The state of one run.
private struct Run {
  let reporter: any Reporter
  private(set) var summary = BatchSummary()
  private var hasPrintedText = false
  private let judge: InputJudge
  private let feed: InputFeed
  private let concurrency: Int
  private let output: OutputDescriptor

  init(plan: CheckPlan, output: OutputDescriptor, limits: Limits) {
    reporter = plan.format.reporter(
      ReporterOptions(isVerbose: plan.isVerbose, usesColor: output.takesColor))
    judge = InputJudge(profile: plan.profile, limits: limits)
    feed = InputFeed(plan.source)
    concurrency = plan.concurrency
    self.output = output
  }

  mutating func answerAll() async throws(OutputError) {
    try output.write(reporter.opening)
    let reports = ReportSequence(concurrency: concurrency) { [judge, feed] in
      AnyIterator {
        feed.next().map { input -> ReportJob in { judge.report(on: input) } }
      }
    }
    for await report in reports {
      try answer(report)
      if Task.isCancelled { break }
    }
    feed.stop()
    summary.isComplete = !Task.isCancelled
    summary.skipped = feed.skipped
    try output.write(reporter.closing(summary))
    try output.close()
  }

  private mutating func answer(_ report: Report) throws(OutputError) {
    summary.add(report)
    let text = reporter.text(for: report)
    guard !text.isEmpty else { return }
    try output.write(hasPrintedText ? reporter.separator + text : text)
    hasPrintedText = true
  }
}
