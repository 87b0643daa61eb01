/// Prints one JSON object: the schema version, the results in order, and the summary.
///
/// The object is written as the results come in. Each result stands on a line of its own and has
/// the shape that `ReportSchema` describes. After an interruption the object is still closed, with
/// `"complete":false` in its summary.
public struct JSONReporter: Reporter {
  /// Makes a reporter; it has no settings.
  public init() {}

  /// True.
  public var tellsSummary: Bool { true }

  /// The object up to its first result.
  public var opening: String { "{\"schema\":\(Report.schemaVersion),\"results\":[" }

  /// A comma.
  public var separator: String { "," }

  /// One result on a line of its own.
  public func text(for report: Report) -> String {
    var writer = JSONWriter()
    writer.value(report)
    return "\n" + writer.text
  }

  /// The end of the results, the summary and the end of the object.
  public func closing(_ summary: BatchSummary) -> String {
    var writer = JSONWriter()
    writer.value(summary)
    return "\n],\"summary\":\(writer.text)}\n"
  }
}
