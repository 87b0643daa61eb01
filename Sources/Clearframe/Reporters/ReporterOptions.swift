/// What a reader of the output may choose, whatever the format.
public struct ReporterOptions: Sendable, Hashable {
  /// Whether to tell of files that pass, of every check and of the facts about each file.
  ///
  /// Only `TextReporter` and `SARIFReporter` leave anything out; the other formats always tell
  /// everything.
  public var isVerbose: Bool
  /// Whether the text may carry terminal colours.
  public var usesColor: Bool

  /// Makes the options; each one left out is off.
  public init(isVerbose: Bool = false, usesColor: Bool = false) {
    self.isVerbose = isVerbose
    self.usesColor = usesColor
  }
}
