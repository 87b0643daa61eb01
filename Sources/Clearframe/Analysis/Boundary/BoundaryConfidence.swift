#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that an outline is the document's, from its features by logistic regression.
package enum BoundaryConfidence {
  static let bias: Float = -34.141
  static let weights: [Float] = [
    -1.518, -0.108, 0.364, 8.724, -1.751, 3.402, -0.557, 0.377,
    -1.719, -2.770, -8.427, -3.741, 11.124, 8.181, -0.024, 0.205,
    -0.470, -2.830, 4.066, 1.088, 18.661, 0.399, -1.831, 0.026,
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
