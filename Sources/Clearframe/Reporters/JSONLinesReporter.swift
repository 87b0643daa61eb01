/// Prints one JSON object per report, each on a line of its own.
///
/// `ReportSchema` describes a line. There is no summary: the lines are all there is, so that files
/// can be concatenated and cut.
public struct JSONLinesReporter: Reporter {
  /// Makes a reporter; it has no settings.
  public init() {}

  /// One line with its line feed.
  public func text(for report: Report) -> String {
    var writer = JSONWriter()
    writer.value(report)
    return writer.text + "\n"
  }
}
