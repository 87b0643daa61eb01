#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The choice among the more probable outlines of a closer look, by their scores there and by what a
/// network sees of each from near: a conditional logit, as in `BoundaryConfidence`.
///
/// The weights maximise the likelihood of choosing a right outline, as in `OutlineChoice`, or none, among
/// those looked at. Fitted by `Benchmarks/segmentation/view_fit.py` on 5,938 generated scenes that neither
/// that choice nor the network was made with: 5,780 right ones instead of 5,755 are chosen of them, and
/// of 4,339 test scenes on other grounds 4,217 instead of 4,192. Refit when either is made anew.
package enum ViewChoice {
  /// How many outlines are looked at, at most.
  static let outlineLimit = 10
  /// How far under the best score that of an outline may be that is looked at: its odds are a
  /// ten-thousandth of the best one's.
  static let scoreReach: Float = 9
  /// The range in which scores count, to both sides of 0.
  static let scoreRange: Float = 15
  /// The range in which the network's log-odds count, to both sides of 0.
  static let answerRange: Float = 12
  /// The score where all that follows is 0.
  static let bias: Float = 0.28
  /// The weights of the earlier score, of `ViewNetwork.Answer.isRight` and of `isNear`.
  static let weights: SIMD3<Float> = [0.709, 0.447, 0.228]
  /// As `OutlineChoice.scale`.
  static let scale: Float = 0.832
  /// See `scale`.
  static let shift: Float = -0.962

  /// An outline that was looked at from near.
  package struct Look: Sendable {
    /// Its place among those given.
    package let index: Int
    /// Its score before.
    package let score: Float
    /// What the network says of it.
    package let answer: ViewNetwork.Answer
  }

  /// Looks at those of `outlines` that have the best `scores`, best first.
  static func looks(
    at outlines: [OutlineHypothesis], scores: [Float], in reduced: ReducedImage
  ) -> [Look] {
    let best = scores.max() ?? 0
    return outlines.indices.sorted { scores[$0] > scores[$1] }.prefix(outlineLimit)
      .compactMap { index in
        guard scores[index] > best - scoreReach,
          let view = OutlineView(of: outlines[index], in: reduced)
        else { return nil }
        return Look(
          index: index, score: scores[index], answer: ViewNetwork.shared.answer(for: view))
      }
  }

  /// The score of an outline by all that is known of it.
  static func score(of look: Look) -> Float {
    func within(_ value: Float, _ range: Float) -> Float { min(max(value, -range), range) }
    let values: SIMD3<Float> = [
      within(look.score, scoreRange), within(look.answer.isRight, answerRange),
      within(look.answer.isNear, answerRange),
    ]
    return bias + (weights * values).sum()
  }

  /// The log-odds of which `BoundaryConfidence.probability` is right, from a score.
  static func logit(_ score: Float) -> Float { scale * score + shift }

  /// The odds of one of the outlines against none of them, from its score, as the conditional logit
  /// has them, in which each outline counts against all others and against none of them.
  static func odds(_ score: Float) -> Double { exp(Double(min(max(score, -30), 30))) }
}
