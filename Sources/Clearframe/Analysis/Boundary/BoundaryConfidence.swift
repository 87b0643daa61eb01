#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that an outline is the document's, from its features by logistic regression.
///
/// The weights maximise the likelihood of choosing the outline with the largest overlap (at least
/// 0.9) among all of a picture's, "none" included: a conditional logit with a small quadratic
/// penalty (0.003). Fitted on 550 generated development scenes, counted three times, and 280
/// simpler painted ones with more clutter; refit when a feature changes.
package enum BoundaryConfidence {
  /// What the log-odds are multiplied by: the winner of many hypotheses is less certain than the
  /// fit says. On the development scenes 82 % of those at 0.95 before were right, and 99 % of those
  /// at 0.995.
  static let scale: Double = 0.75
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
    1 / (1 + exp(-scale * Double(min(max(logit, -30), 30))))
  }
}
