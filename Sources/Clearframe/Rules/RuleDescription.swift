/// A rule's name, its page and the numbers it takes from a profile.
public struct RuleDescription: Sendable, Hashable {
  /// The stable name, which says the defect, such as `glare`.
  public let name: String
  /// One sentence: what the rule finds.
  public let summary: String
  /// Why a portal or a reader of the photo cares.
  public let why: String
  /// How the value is measured, with the source of the formula.
  public let measurement: String
  /// What the rule cannot see, and when it answers `undecided`.
  public let caveats: String
  /// How to retake or export the photo so that it passes.
  public let remedy: String
  /// The numbers that a profile sets for this rule.
  public let limits: [LimitDescription]

  /// Makes a description from its parts.
  public init(
    name: String, summary: String, why: String, measurement: String, caveats: String,
    remedy: String, limits: [LimitDescription] = []
  ) {
    self.name = name
    self.summary = summary
    self.why = why
    self.measurement = measurement
    self.caveats = caveats
    self.remedy = remedy
    self.limits = limits
  }
}
