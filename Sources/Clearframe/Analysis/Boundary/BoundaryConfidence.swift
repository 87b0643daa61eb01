#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that an outline is the document's, from its features by logistic regression.
package enum BoundaryConfidence {
  static let bias: Float = -20.638
  static let weights: [Float] = [
    5.382, -0.949, 1.320, 4.528, -1.680, -0.960, 0.625, 0.421,
    -2.876, -4.060, -11.837, -3.322, 7.093, 7.943, 4.599, 0.553,
    -1.878, -3.027, 1.248, 0.787, 14.965, -2.355, -1.561, -0.856,
    0.001,
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
