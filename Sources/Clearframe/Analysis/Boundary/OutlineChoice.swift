#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The choice among the outlines of a picture of which the first look does not tell the right one,
/// by what is measured of each and by how well it agrees with what a network sees: a conditional
/// logit, as in `BoundaryConfidence`.
///
/// The weights maximise the likelihood of choosing an outline that overlaps the document by at
/// least 0.9 among those of a picture, or none where none does, with a quadratic penalty of 0.01 on
/// values in units of their deviations. Fitted on the doubtful ones, 1,640, of 4,040 photos:
/// generated scenes on grounds on which the network was not trained, real photos as they are and
/// altered, which count three times, and composites of real documents, which count 0.3 times. A
/// logistic fit (Platt, 1999) on the winners of what was held out, set by set, is taken in: the
/// log-odds are those of which `BoundaryConfidence.probability` is right. Refit when a value
/// changes.
struct OutlineChoice {
  /// The names of the values after those of `OutlineFeatures`, in their order.
  static let names =
    SegmentationAgreement.names
    + [
      "relativeSurprise", "marginEvidence", "plainness", "foreignShare", "isCompleted", "isCut",
    ]

  /// What the log-odds of the first look count for.
  static let prior: Float = 0.417
  static let bias: Float = 0.098
  /// The weights of the values of `OutlineFeatures` and of `names`, in that order.
  static let weights: [Float] = [
    -1.590, 1.888, -0.178, -1.224, 0.930, -1.883, 1.145, 0.181,
    0.087, 1.406, 0.219, -3.990, -2.037, 0.799, 0.246, -1.111,
    -0.925, -0.700, -0.415, 0.190, 1.022, -1.697, -0.613, 0.724,
    0.526, -0.389, 1.419, -0.460, 0.231, 0.094, 0.426, -0.037,
    0.176, -0.394, 0.688, 1.144, 0.543, 0.877, 0.585, -0.758,
    -0.141, 1.601, 0.570, 0.657, -0.486, -0.190,
  ]
  /// The range in which the log-odds of the first look count: below and above they tell no more.
  static let priorRange: ClosedRange<Float> = -12...8

  /// What the log-odds of the choice are multiplied by and moved by to be those of the conditional
  /// logit again, in which each outline counts against all others and against none of them.
  static let oddsScale = 1.454
  /// See `oddsScale`.
  static let oddsShift = 1.762

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

  /// The log-odds of each candidate, from its first ones.
  func logits(_ first: [Float]) -> [Float] {
    zip(values, first).map { values, logit in
      let range = Self.priorRange
      var sum = Self.bias + Self.prior * min(max(logit, range.lowerBound), range.upperBound)
      for (weight, value) in zip(Self.weights, values) { sum += weight * value }
      return sum
    }
  }

  /// The odds of one of the outlines against none of them, from its log-odds.
  static func odds(_ logit: Float) -> Double {
    exp(oddsScale * Double(min(max(logit, -30), 30)) + oddsShift)
  }
}
