#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that an outline is the document's, from its features by logistic regression.
package enum BoundaryConfidence {
  static let bias: Float = -21.081
  static let weights: [Float] = [
    3.649, -0.833, 2.382, 4.572, -1.448, -1.145, 0.500, 0.435,
    -3.244, -3.241, -10.677, -3.516, 6.591, 8.357, 4.299, -0.255,
    -1.065, -2.906, 1.189, 0.716, 17.839, -3.403, -1.612, -0.725,
    0.197,
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
