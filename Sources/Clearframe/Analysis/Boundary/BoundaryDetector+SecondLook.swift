extension BoundaryDetector {
  /// The log-odds of the best outline from which on there is no second look: nine in ten such
  /// outlines are right, and most pictures have one. No second look makes an outline surer.
  static let sureLogit: Float = 2
  /// The least long side of a reduced image that is looked at again: in an icon the strips along
  /// the sides hold all there is.
  static let secondLookSide = 100
  /// How many outlines are looked at again, the most probable ones.
  static let secondLookLimit = 10
  /// The log-odds that one unit of evidence of a margin adds. From 2.5 to 4 give the same answers
  /// on all but three in 840 generated development scenes.
  static let marginWeight: Float = 3
  /// How far an outline may reach beyond the one it lies in, in reduced pixels.
  static let containmentSlack: Float = 3

  /// By how much the separation of colours may grow where nothing is gained, since colours fall into
  /// other bins: on generated scenes and altered photos that is up to 0.14 for wrong outlines.
  static let separationSlack: Float = 0.1

  /// The outlines ranked again, most probable first, where the best one is doubtful, by what would
  /// cost too much to measure in every picture: how much plainer each is inside than around it. The
  /// winner becomes surer where its colours are told from those around it once the few levels and
  /// tints of a dark or pale picture are told apart.
  ///
  /// An outline inside the best one never takes its place by this: bands and pictures lie along a
  /// card's sides, so that a part of it can have a plainer margin than the whole. Nor does one
  /// around it that runs in another direction: the sheet on which a card lies has a margin, too.
  package static func lookingAgain(
    at candidates: [Candidate], in reduced: ReducedImage
  ) -> [Candidate] {
    guard let first = candidates.first, max(reduced.width, reduced.height) >= secondLookSide else {
      return candidates
    }
    // A card was put before the box of its portrait, whose odds are the card's.
    let best = candidates.reduce(first.logit) { max($0, $1.logit) }
    var ranked = candidates
    ranked[0].logit = best
    guard best < sureLogit else { return ranked }
    let grain = OutlineMargin.grain(of: reduced)
    for index in ranked.indices.prefix(secondLookLimit) {
      let outline = ranked[index].outline
      let margin = OutlineMargin(of: outline, in: reduced, grain: grain)
      ranked[index].logit += marginWeight * margin.evidence
      guard index > 0, ranked[index].logit > ranked[0].logit else { continue }
      let front = ranked[0].outline
      if front.contains(outline, slack: containmentSlack)
        || outline.contains(front, slack: containmentSlack) && front.turn(against: outline) > 0
      {
        ranked[index].logit = ranked[0].logit
      }
    }
    var winner = 0
    for index in ranked.indices where ranked[index].logit > ranked[winner].logit { winner = index }
    ranked.moveToFront(winner)
    ranked[1...].sort { $0.logit > $1.logit }
    let known = ranked[0].features.separation
    if ranked[0].logit < sureLogit,
      let separation = RegionColours(reduced, grain: grain).separation(of: ranked[0].outline)
    {
      ranked[0].logit +=
        BoundaryConfidence.separationWeight * max(0, separation - known - separationSlack)
    }
    for index in ranked.indices { ranked[index].logit = min(ranked[index].logit, sureLogit) }
    return ranked
  }
}
