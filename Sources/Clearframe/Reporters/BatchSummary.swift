/// What a run over many files came to, in counts.
public struct BatchSummary: Sendable, Hashable {
  /// Files with the verdict `pass`.
  public private(set) var passed = 0
  /// Files with the verdict `fail`, unreadable ones included.
  public private(set) var failed = 0
  /// Files with the verdict `undecided`.
  public private(set) var undecided = 0
  /// Files that could not be read at all; each is also counted in `failed`.
  public private(set) var unreadable = 0
  /// Files that pass although a rule of severity `warning` fails.
  public private(set) var passedWithWarnings = 0
  /// Folder entries that were left out.
  public var skipped = SkippedEntries()
  /// Whether every file was judged; false after an interruption.
  public var isComplete = true

  /// Makes an empty summary.
  public init() {}

  /// The number of files that were judged or could not be read.
  public var files: Int { passed + failed + undecided }

  /// Counts one report.
  public mutating func add(_ report: Report) {
    switch report.verdict {
    case .pass:
      passed += 1
      if report.checks.contains(where: { $0.outcome == .fail }) { passedWithWarnings += 1 }
    case .fail: failed += 1
    case .undecided: undecided += 1
    }
    // A file that was read but could not be judged has an error too; it is no trouble of reading.
    if report.file == nil { unreadable += 1 }
  }
}
