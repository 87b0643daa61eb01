/// One rule's answer about one picture, with the evidence it rests on.
public struct Check: Sendable, Hashable, Codable {
  /// The rule's stable name, such as `glare`.
  public var rule: String
  /// What the rule answers; independent of the severity.
  public var outcome: Outcome
  /// How much a failure counts: `.error` or `.warning`.
  public var severity: Severity
  /// The measured value, in `unit`; nil where nothing was measured.
  public var value: Double?
  /// The profile's limit that `value` was compared with, in `unit`.
  public var limit: Double?
  /// The unit of `value` and `limit`, such as `bytes` or `fraction of document`.
  public var unit: String?
  /// Where the defect is, in pixels of the upright picture; empty where it has no place.
  public var regions: [PixelRegion]
  /// One sentence for the person who took the photo: what is wrong and what to do next.
  public var message: String

  /// Makes an answer from its parts.
  public init(
    rule: String, outcome: Outcome, severity: Severity, value: Double? = nil,
    limit: Double? = nil, unit: String? = nil, regions: [PixelRegion] = [], message: String
  ) {
    self.rule = rule
    self.outcome = outcome
    self.severity = severity
    self.value = value
    self.limit = limit
    self.unit = unit
    self.regions = regions
    self.message = message
  }
}
