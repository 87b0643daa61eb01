/// One number that a profile sets for a rule.
public struct LimitDescription: Sendable, Hashable {
  /// The key in a profile's `limits`, such as `bytesMustExceed`.
  public let name: String
  /// The unit, such as `bytes` or `fraction of document`.
  public let unit: String
  /// The values that make sense; a profile outside them is refused.
  public let range: ClosedRange<Double>
  /// One sentence: what the number decides.
  public let summary: String
  /// Whether a profile may leave the number out, which turns that part of the rule off.
  public let isOptional: Bool

  /// Makes a description from its parts.
  public init(
    name: String, unit: String, range: ClosedRange<Double>, summary: String,
    isOptional: Bool = false
  ) {
    self.name = name
    self.unit = unit
    self.range = range
    self.summary = summary
    self.isOptional = isOptional
  }
}
