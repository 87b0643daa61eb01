extension BoundaryDetector {
  /// How many outlines are compared with each other, the most probable ones.
  static let choiceLimit = 14
  /// What the log-odds of the choice are moved by, towards caution, so that the odds of a winner
  /// can be read as those of `BoundaryConfidence`: held out, set by set, 19 of 25 composites and
  /// altered real photos that are no longer open are right. Of generated ones a third that are
  /// decided can still be false failures.
  static let choiceShift: Float = -0.5
  /// The confidences under which an outline inside the frame, or one that is cut off, is not
  /// trusted on its own. These and the two limits below are those of `document-incomplete` in the
  /// shipped profiles, so that the choice is asked just where that rule would not decide; a profile
  /// with others moves the rule alone.
  static let trusted = (whole: DocumentArea.minimumConfidence, cut: 0.6)
  /// The least agreement of all outlines where the best one is not trusted.
  static let leastAgreement = 0.7
  /// The least probability of all cut outlines together in that case.
  static let leastCutBelief = 0.33

  /// Whether neither the best outline nor all of them together tell whether the frame cuts the
  /// document off.
  static func isOpen(_ candidates: [Candidate], in reduced: ReducedImage) -> Bool {
    guard let first = candidates.first else { return true }
    let confidence = BoundaryConfidence.probability(first.logit)
    let belief = belief(candidates, in: reduced)
    var best = first
    if confidence < DocumentArea.minimumConfidence {
      guard confidence >= confidenceFloor || belief.cut >= beliefFloor,
        let likely = candidates.first(where: { isCut($0.outline, in: reduced) == belief.isCut })
      else { return true }
      best = likely
    }
    let runsOut = isCut(best.outline, in: reduced)
    if BoundaryConfidence.probability(best.logit) >= (runsOut ? trusted.cut : trusted.whole) {
      return false
    }
    guard belief.agreement >= leastAgreement, belief.isCut == runsOut else { return true }
    return runsOut ? belief.cut < leastCutBelief : belief.largeWhole < trusted.whole
  }

  /// The outlines, completed ones among them, as the fitted choice ranks them; none in an icon.
  static func choosing(in reduced: ReducedImage) -> [Candidate] {
    guard max(reduced.width, reduced.height) >= secondLookSide else { return [] }
    let candidates = candidates(in: reduced, completes: true)
    var ranked = Array(candidates.prefix(choiceLimit))
    guard let first = ranked.first else { return [] }
    // A card was put before the box of its portrait, whose odds are the card's.
    ranked[0].logit = candidates.reduce(first.logit) { max($0, $1.logit) }
    let choice = OutlineChoice(ranked, in: reduced, grain: OutlineMargin.grain(of: reduced))
    for (index, logit) in choice.logits(ranked.map(\.logit)).enumerated() {
      ranked[index].logit = logit + choiceShift
    }
    ranked.sort { $0.logit > $1.logit }
    return ranked
  }
}
