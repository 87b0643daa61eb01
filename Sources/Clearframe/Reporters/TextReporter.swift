/// Prints what a person wants to read: each file that does not pass, its reasons, and a summary.
///
/// Control characters in names and messages are shown as escapes, so that a file name cannot
/// move the cursor, change colours or pretend to be another line.
public struct TextReporter: Reporter {
  private let options: ReporterOptions

  /// Makes a reporter that tells as much, and as colourfully, as the options say.
  public init(options: ReporterOptions = ReporterOptions()) {
    self.options = options
  }

  /// True.
  public var tellsSummary: Bool { true }

  /// The file's line with its reasons indented below; empty for a pass unless verbose.
  public func text(for report: Report) -> String {
    guard report.verdict != .pass || options.isVerbose else { return "" }
    var text = "\(Self.shown(report.path)): \(styled(report.verdict))\n"
    if let error = report.error {
      text += "  \(Self.shown(error))\n"
    }
    if options.isVerbose, let file = report.file {
      text += "  \(Self.shown(file.factsText))\n"
    }
    for check in report.checks where isWorthTelling(check, about: report) {
      text += "  \(label(of: check)) \(check.rule): \(Self.shown(check.message))"
      if options.isVerbose, !check.evidenceText.isEmpty { text += " [\(check.evidenceText)]" }
      text += "\n"
    }
    if options.isVerbose {
      for note in report.notes { text += "  note: \(Self.shown(note))\n" }
    }
    return text
  }

  /// The counts, in one line for the files and one for what was left out.
  public func closing(_ summary: BatchSummary) -> String {
    let count = NumberText.grouped
    var text = NumberText.count(summary.files, "file", "files") + ": \(count(summary.passed)) pass"
    if summary.passedWithWarnings > 0 {
      text += " (\(count(summary.passedWithWarnings)) with warnings)"
    }
    text += ", \(count(summary.failed)) fail"
    if summary.unreadable > 0 { text += " (\(count(summary.unreadable)) unreadable)" }
    text += ", \(count(summary.undecided)) undecided"
    text += summary.isComplete ? "\n" : "; stopped before the end\n"
    let skipped = summary.skipped
    let reasons = [
      (skipped.hidden, "hidden"), (skipped.nonImages, "not a picture"),
      (skipped.specialFiles, "pipe, socket or device"),
      (skipped.repeatedFolders, "folder already seen"),
    ]
    let parts = reasons.filter { $0.0 > 0 }.map { "\(count($0.0)) \($0.1)" }
    if !parts.isEmpty { text += "skipped: \(parts.joined(separator: ", "))\n" }
    return text
  }

  private func isWorthTelling(_ check: Check, about report: Report) -> Bool {
    // An unreadable file skips every rule for the one reason that is already told.
    if options.isVerbose { return report.file != nil }
    return check.isFinding
  }

  private func label(of check: Check) -> String {
    switch (check.outcome, check.severity) {
    case (.fail, .error): styled(check.label, .red)
    case (.fail, _), (.undecided, .error): styled(check.label, .yellow)
    case (.pass, _): styled(check.label, .green)
    case (.undecided, _), (.skipped, _): check.label
    }
  }

  private static func shown(_ text: String) -> String { DisplayText.plain(text, limit: .max) }

  /// SGR colour codes of ECMA-48, section 8.3.117.
  private enum Color: Int {
    case red = 31
    case green = 32
    case yellow = 33
  }

  private func styled(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: styled("pass", .green)
    case .fail: styled("fail", .red)
    case .undecided: styled("undecided", .yellow)
    }
  }

  private func styled(_ text: String, _ color: Color) -> String {
    options.usesColor ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
