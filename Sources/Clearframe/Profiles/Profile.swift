/// What a portal asks for: for every rule a severity and the numbers it judges by.
///
/// A profile is always complete: it holds a setting for each rule there is, in the fixed order of
/// ``RuleDescription/all``, and every rule that is not off has all the numbers it needs.
public struct Profile: Sendable, Hashable {
  /// The name that reports carry; not empty, at most 64 characters, none of them invisible.
  public let name: String
  /// One sentence: what the profile is for.
  public let summary: String
  /// One setting for each rule, in the fixed order of ``RuleDescription/all``.
  public internal(set) var rules: [RuleSetting]

  package init(name: String, summary: String, rules: [RuleSetting]) {
    self.name = name
    self.summary = summary
    self.rules = rules
  }

  /// The settings of the rules that are run, in order: all but those that are off.
  public var activeRules: [RuleSetting] { rules.filter { $0.severity != .off } }

  /// The setting for a rule; nil where no rule has the name.
  public func setting(for rule: String) -> RuleSetting? { rules.first { $0.rule == rule } }

  /// Sets how much a rule's failure counts.
  ///
  /// - Parameters:
  ///   - severity: What a failure means for the verdict.
  ///   - rule: The rule's name.
  /// - Throws: ``ProfileError`` of kind `unknownRule`, or `missingLimit` where a rule that was off
  ///   lacks a number that it needs.
  public mutating func setSeverity(_ severity: Severity, of rule: String) throws(ProfileError) {
    let (index, description) = try locate(rule)
    if severity != .off,
      let missing = description.limits.first(where: {
        !$0.isOptional && rules[index].limits[$0.name] == nil
      })
    {
      throw ProfileError(
        .missingLimit, source: name, keyPath: "rules.\(rule).limits.\(missing.name)",
        message: "the rule needs this limit before it can be switched on")
    }
    rules[index].severity = severity
  }

  /// Sets a number that a rule judges by, or with nil removes an optional one.
  ///
  /// - Parameters:
  ///   - limit: The limit's name.
  ///   - rule: The rule's name.
  ///   - value: The number in the unit of the limit's ``LimitDescription``.
  ///   - origin: Where the number comes from, as a sentence.
  /// - Throws: ``ProfileError`` of kind `unknownRule`, `unknownLimit` or `outOfRange`, or
  ///   `missingLimit` where a number that the rule needs would be removed.
  public mutating func setLimit(
    _ limit: String, of rule: String, to value: Double?, origin: String = "Set in code."
  ) throws(ProfileError) {
    let (index, description) = try locate(rule)
    let keyPath = "rules.\(rule).limits.\(DisplayText.plain(limit))"
    guard let declared = description.limits.first(where: { $0.name == limit }) else {
      throw ProfileError(
        .unknownLimit, source: name, keyPath: keyPath,
        message: ProfileReader.unknownLimitMessage(description),
        suggestion: NearestName.of(limit, in: description.limits.map(\.name)))
    }
    guard let value else {
      guard declared.isOptional else {
        throw ProfileError(
          .missingLimit, source: name, keyPath: keyPath, message: "the rule needs this limit")
      }
      rules[index].limits[limit] = nil
      rules[index].origins[limit] = nil
      return
    }
    guard declared.range.contains(value) else {
      throw ProfileError(
        .outOfRange, source: name, keyPath: keyPath,
        message: ProfileReader.outOfRangeMessage(value, declared))
    }
    rules[index].limits[limit] = value
    rules[index].origins[limit] = origin
  }

  private func locate(_ rule: String) throws(ProfileError) -> (Int, RuleDescription) {
    guard let index = rules.firstIndex(where: { $0.rule == rule }),
      let description = RuleRegistry.rule(named: rule)?.description
    else {
      throw ProfileError(
        .unknownRule, source: name, keyPath: "rules.\(DisplayText.plain(rule))",
        message: "there is no such rule",
        suggestion: NearestName.of(rule, in: RuleRegistry.names))
    }
    return (index, description)
  }
}
