/// What one rule answers about one picture.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
  /// The picture meets the rule.
  case pass
  /// The picture breaks the rule.
  case fail
  /// The evidence does not carry a verdict: a person should look.
  case undecided
  /// The rule does not apply, or could not be judged; the message says why.
  case skipped
}
