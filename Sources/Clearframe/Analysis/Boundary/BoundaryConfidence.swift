#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that an outline is the document's, from its features by logistic regression.
///
/// The weights maximise the likelihood of choosing the outline with the largest overlap (at least
/// 0.9) among all of a picture's, "none" included: a conditional logit with a small quadratic
/// penalty (0.15) on the distance from an earlier fit. Fitted on 810 generated development scenes,
/// 280 simpler painted ones with more clutter, 140 cut-outs from inside documents, where "none" is
/// right, and 20 real photos; refit when a feature changes.
package enum BoundaryConfidence {
  /// What the log-odds are multiplied by and moved by: the winner of many hypotheses is less
  /// certain than the fit says. A logistic fit (Platt, 1999) on the winners of 840 generated scenes
  /// and warped real pages and of 31 real pictures without a document, moved towards caution by
  /// half: of the winners at even odds three in four are right where there is a document.
  static let scale: Double = 0.65
  /// See `scale`.
  static let shift: Double = 0.7
  /// The same for the odds in which all outlines together are counted, of which most lose: the fit
  /// on the winners of three-fold cross validation.
  static let beliefScale: Double = 0.78
  /// See `beliefScale`.
  static let beliefShift: Double = -0.12
  static let bias: Float = -19.293
  static let weights: [Float] = [
    4.928, -0.972, 1.234, 4.046, -1.877, -1.254, 0.547, 0.389,
    -3.219, -4.601, -11.448, -3.315, 7.156, 7.091, 3.838, 0.557,
    -1.896, -3.142, 0.787, 0.686, 14.881, -2.864, -1.612, -0.940,
    0.119, 0.579, 0.183, -0.015, 0.712, 0.591,
  ]

  /// The log-odds for `features`.
  static func logit(_ features: OutlineFeatures) -> Float {
    var sum = bias
    for (weight, value) in zip(weights, features.values) { sum += weight * value }
    return sum
  }

  /// The probability of a winner for its log-odds.
  package static func probability(_ logit: Float) -> Double {
    1 / (1 + exp(-scale * bounded(logit) - shift))
  }

  /// The odds of one of many outlines against none for its log-odds.
  package static func odds(_ logit: Float) -> Double {
    exp(beliefScale * bounded(logit) + beliefShift)
  }

  private static func bounded(_ logit: Float) -> Double { Double(min(max(logit, -30), 30)) }
}
