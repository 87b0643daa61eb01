import Clearframe

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
    if summary.skipped.total > 0, run.reporter.closing(summary).isEmpty {
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
  private let profile: Profile
  private let validator: Validator
  private let feed: InputFeed
  private let concurrency: Int
  private let output: OutputDescriptor
  private let limits: Limits

  init(plan: CheckPlan, output: OutputDescriptor, limits: Limits) {
    reporter = plan.format.reporter(
      ReporterOptions(isVerbose: plan.isVerbose, usesColor: output.takesColor))
    profile = plan.profile
    validator = Validator(profile: plan.profile, limits: limits)
    feed = InputFeed(plan.source)
    concurrency = plan.concurrency
    self.output = output
    self.limits = limits
  }

  mutating func answerAll() async throws(OutputError) {
    try output.write(reporter.opening)
    var turns: ArraySlice<InputFeed.Turn> = []
    for await report in validator.validate(feed, concurrency: concurrency) {
      turns += feed.takeTurns()
      try answerOthers(&turns)
      _ = turns.popFirst()
      try answer(report)
      if Task.isCancelled { break }
    }
    turns += feed.takeTurns()
    try answerOthers(&turns)
    summary.isComplete = !Task.isCancelled
    summary.skipped = feed.skipped
    try output.write(reporter.closing(summary))
    try output.close()
  }

  /// Answers everything up to the validator's next answer.
  private mutating func answerOthers(
    _ turns: inout ArraySlice<InputFeed.Turn>
  ) throws(OutputError) {
    while !Task.isCancelled, case .other(let input)? = turns.first {
      turns.removeFirst()
      if let report = report(on: input) { try answer(report) }
    }
  }

  private mutating func answer(_ report: Report) throws(OutputError) {
    let separator = summary.files > 0 ? reporter.separator : ""
    try output.write(separator + reporter.text(for: report))
    summary.add(report)
  }

  /// The report on what does not go through the batch; nil after a cancellation.
  private func report(on input: Input) -> Report? {
    switch input {
    case .unusable(let path, let reason):
      return Judge.unreadable(path: path.text, profile: profile, reason: reason)
    case .standardInput:
      return reportOnStandardInput()
    case .file(let path):
      return reportOnFile(at: path)
    }
  }

  /// Judges the picture on standard input, which may come slowly and must not hold up Ctrl-C.
  private func reportOnStandardInput() -> Report? {
    let name = "-"
    do throws(SystemError) {
      let bytes = try InputDescriptor.readAll(
        STDIN_FILENO, limit: limits.maximumFileBytes, shouldStop: { Task.isCancelled })
      guard let bytes else { return nil }
      guard bytes.count <= limits.maximumFileBytes else {
        let limit = NumberText.grouped(limits.maximumFileBytes)
        return Judge.unreadable(
          path: name, profile: profile, reason: "the picture has more than \(limit) bytes")
      }
      // The only error is a cancellation.
      return try? validator.validate(bytes: bytes, name: name)
    } catch {
      return Judge.unreadable(
        path: name, profile: profile, reason: "cannot read: \(error.text)")
    }
  }

  /// Judges a file whose name is not UTF-8, so that only its bytes lead to it.
  private func reportOnFile(at path: Argument) -> Report? {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      return Judge.unreadable(
        path: path.text, profile: profile,
        reason: "cannot open: \(SystemError.last.text)")
    }
    defer { _ = close(descriptor) }
    do throws(ValidationError) {
      return try validator.validate(reading: descriptor, name: path.text)
    } catch {
      switch error {
      case .cancelled: return nil
      case .unreadable(let reason):
        return validator.unreadableReport(path: path.text, error: reason)
      }
    }
  }
}
