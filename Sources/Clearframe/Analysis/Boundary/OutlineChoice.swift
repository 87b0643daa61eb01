/// The choice among the outlines of a picture of which the first look does not tell the right one,
/// by what is measured of each and by how well it agrees with what a network sees: a conditional
/// logit, as in `BoundaryConfidence`, of what a `MultilayerPerceptron` makes of the values.
///
/// The weights maximise the likelihood of choosing an outline that overlaps the document by at
/// least 0.9, and by no more than 0.02 less than the best one, among those of a picture, or none where
/// none does. Fitted by `Benchmarks/segmentation/choice_fit.py` on 13,892 generated scenes, on which the
/// network that marks documents was not trained: of 13,730 with such an outline it chooses 13,475 when
/// they are left out of the fit. Refit when a value changes or that network is trained again.
package struct OutlineChoice: Sendable {
  /// The names of the values after those of `OutlineFeatures`, in their order.
  package static let names =
    SegmentationAgreement.names
    + [
      "relativeSurprise", "marginEvidence", "plainness", "foreignShare", "isCompleted", "isCut",
    ]

  /// How many hidden values the network has.
  static let hiddenCount = 16
  /// The network that is part of the library. Its values are the first log-odds, those of
  /// `OutlineFeatures` and those of `names`, in that order.
  static let network = MultilayerPerceptron(
    PackageResources.choice_bin, inputs: 1 + OutlineFeatures.names.count + names.count,
    hiddenCount: hiddenCount)
  /// The range in which the log-odds of the first look count: below and above they tell no more.
  static let priorRange: ClosedRange<Float> = -12...8

  /// What the network's score, the log-odds of the conditional logit, is multiplied by and moved by to
  /// be the log-odds of which `BoundaryConfidence.probability` is right: a logistic fit (J. Platt,
  /// 1999) on the winners among what was left out of the fit, right where they overlap the document by
  /// at least 0.9.
  static let scale: Float = 0.837
  /// See `scale`.
  static let shift: Float = -0.995

  /// The values of each candidate.
  let values: [[Float]]

  init(
    _ candidates: [BoundaryDetector.Candidate], by map: DocumentSegmentation,
    in reduced: ReducedImage
  ) {
    let agreements = candidates.map {
      SegmentationAgreement(of: $0.outline, in: map, image: reduced)
    }
    let least = agreements.reduce(Float.infinity) { min($0, $1.surprise) }
    let grain = OutlineMargin.grain(of: reduced)
    values = zip(candidates, agreements).map { candidate, agreement in
      let margin = OutlineMargin(of: candidate.outline, in: reduced, grain: grain)
      return candidate.features.values + agreement.values
        + [
          agreement.surprise - least, margin.evidence, margin.plainness, margin.foreignShare,
          candidate.outline.isCompleted ? 1 : 0,
          BoundaryDetector.isCut(candidate.outline, in: reduced) ? 1 : 0,
        ]
    }
  }

  /// The score of each candidate, the log-odds of the conditional logit, from its first log-odds.
  func scores(_ first: [Float]) -> [Float] {
    zip(values, first).map { values, logit in
      let range = Self.priorRange
      let prior = min(max(logit, range.lowerBound), range.upperBound)
      return Self.network.score([prior] + values)
    }
  }

  /// The log-odds of which `BoundaryConfidence.probability` is right, from a score.
  static func logit(_ score: Float) -> Float { scale * score + shift }
}
