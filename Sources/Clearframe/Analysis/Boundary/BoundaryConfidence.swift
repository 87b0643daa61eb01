#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that an outline is the document's, from its features by logistic regression.
///
/// The weights maximise the likelihood of choosing the outline with the largest overlap (at least
/// 0.9) among all of a picture's, "none" included: a conditional logit with a small quadratic
/// penalty (0.005) on the distance from an earlier fit. Fitted on 810 generated development scenes,
/// 280 simpler painted ones with more clutter, 140 cut-outs from inside documents, where "none" is
/// right, and 20 real photos; refit when a feature changes.
package enum BoundaryConfidence {
  /// What the log-odds are multiplied by and moved by: the winner of many hypotheses is less
  /// certain than the fit says. A logistic fit (Platt, 1999) on the winners of three-fold cross
  /// validation over the development scenes.
  static let scale: Double = 0.75
  /// See `scale`.
  static let shift: Double = 0
  static let bias: Float = -21.5
  static let weights: [Float] = [
    5.382, -0.949, 1.320, 4.528, -1.680, -0.960, 0.625, 0.421,
    -2.876, -4.060, -11.837, -3.322, 7.093, 7.943, 4.599, 0.553,
    -1.878, -3.027, 1.248, 0.787, 14.965, -2.355, -1.561, -0.856,
    0.001, 0, 0, 0, 1, 1,
  ]

  /// The log-odds for `features`.
  static func logit(_ features: OutlineFeatures) -> Float {
    var sum = bias
    for (weight, value) in zip(weights, features.values) { sum += weight * value }
    return sum
  }

  /// The probability for a log-odds value.
  static func probability(_ logit: Float) -> Double {
    1 / (1 + exp(-scale * Double(min(max(logit, -30), 30)) - shift))
  }
}
