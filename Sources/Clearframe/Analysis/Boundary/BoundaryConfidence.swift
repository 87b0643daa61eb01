#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that an outline is the document's, from its features by logistic regression.
package enum BoundaryConfidence {
  static let bias: Float = -22.181
  static let weights: [Float] = [
    4.151, -0.935, 1.106, 5.032, -1.477, -1.042, 0.539, 0.423,
    -1.922, -4.012, -9.476, -3.052, 5.805, 8.655, 4.622, -0.626,
    -0.115, -2.902, 0.794, 1.086, 21.557, -4.765, -1.736, -0.787,
    0.008,
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
