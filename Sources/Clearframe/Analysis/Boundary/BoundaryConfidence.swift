#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that an outline is the document's, from its features by logistic regression.
package enum BoundaryConfidence {
  static let bias: Float = -6
  static let weights: [Float] = [
    4, 2, 1, 1, 1, 1, 1, 1, -2, -1, -1, -1, 1, 2, 0, -1, -1, -0.5, 1, 3,
  ]

  /// The log-odds for `features`.
  static func logit(_ features: OutlineFeatures) -> Float {
    var sum = bias
    for (weight, value) in zip(weights, features.values) { sum += weight * value }
    return sum
  }

  /// The probability for a log-odds value.
  static func probability(_ logit: Float) -> Double {
    1 / (1 + exp(-Double(min(max(logit, -30), 30))))
  }
}
