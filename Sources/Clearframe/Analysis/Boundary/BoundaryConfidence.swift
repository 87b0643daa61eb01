#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that an outline is the document's, from its features by logistic regression.
package enum BoundaryConfidence {
  static let bias: Float = -32.817
  static let weights: [Float] = [
    -3.028, -1.184, 0.764, 4.553, -1.595, -0.661, 0.736, 0.528,
    -4.070, 1.494, -6.413, -2.776, 4.526, 6.820, -0.110, -0.768,
    -0.149, -2.054, 7.141, 2.281, 39.203, -13.309, -1.773, 0.029,
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
