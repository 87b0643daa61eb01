/// Turns reports into text: a pure function of its own settings and of what it is given.
///
/// A run prints `opening`, then the text of each report with `separator` between two of them that
/// are not empty, and then `closing(_:)`. Nothing is collected, so a run over a million files needs
/// no more memory than a run over one.
public protocol Reporter: Sendable {
  /// What comes before the first report; may be empty.
  var opening: String { get }
  /// Whether `closing(_:)` tells the counts; where it does not, they have to be told elsewhere.
  var tellsSummary: Bool { get }
  /// What stands between the texts of two reports that are not empty; may be empty.
  var separator: String { get }
  /// The text of one report; empty where the format has nothing to say about it.
  func text(for report: Report) -> String
  /// What comes after the last report; may be empty.
  func closing(_ summary: BatchSummary) -> String
}

extension Reporter {
  /// Nothing.
  public var opening: String { "" }
  /// False.
  public var tellsSummary: Bool { false }
  /// Nothing.
  public var separator: String { "" }
  /// Nothing.
  public func closing(_ summary: BatchSummary) -> String { "" }
}
