/// How much a rule's failure counts in a profile.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
  /// A failure fails the picture.
  case error
  /// A failure is reported and leaves the verdict alone.
  case warning
  /// The rule is not run and does not appear in the report.
  case off
}
