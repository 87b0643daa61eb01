/// The numbers that a profile sets for one rule.
package struct RuleLimits: Sendable, Hashable {
  private let values: [String: Double]

  package init(_ values: [String: Double]) {
    self.values = values
  }

  /// The number for a limit that the rule declares; a profile is loaded only when all are set.
  package subscript(_ limit: LimitDescription) -> Double {
    guard let value = values[limit.name] else {
      preconditionFailure("profile without the limit \(limit.name)")
    }
    return value
  }

  /// The number for a limit that a profile may leave out.
  package func optional(_ limit: LimitDescription) -> Double? { values[limit.name] }
}
