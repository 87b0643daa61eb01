/// What a profile says about one rule.
public struct RuleSetting: Sendable, Hashable {
  /// The rule's name, such as `glare`.
  public let rule: String
  /// How much the rule's failure counts.
  public internal(set) var severity: Severity
  /// The numbers the profile sets, by the names of the rule's limits.
  public internal(set) var limits: [String: Double]
  /// Where each number comes from, by the names of the rule's limits: one or two sentences.
  public internal(set) var origins: [String: String]

  package init(
    rule: String, severity: Severity, limits: [String: Double] = [:],
    origins: [String: String] = [:]
  ) {
    self.rule = rule
    self.severity = severity
    self.limits = limits
    self.origins = origins
  }

  /// The numbers as rules take them.
  package var ruleLimits: RuleLimits { RuleLimits(limits) }
}
