/// The answer for a whole picture.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
  /// No error-rule failed and none is undecided.
  case pass
  /// At least one error-rule failed, or the file could not be read or decoded.
  case fail
  /// No error-rule failed, but at least one is undecided.
  case undecided
}
