/// One question about a file, answered from evidence and a profile's numbers; it sees no pixels.
package protocol Rule: Sendable {
  /// The rule's name, page and limits.
  var description: RuleDescription { get }
  /// What must be at hand for the rule to be asked; without it the answer is `skipped`.
  var requirement: RuleRequirement { get }
  /// Answers from the evidence; pure.
  func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement
}
