extension BoundaryDetector {
  /// How far the log-odds of a whole outline may lie under those of one that the frame cuts off, to
  /// take its place.
  static let otherDocumentLag: Float = 1.5
  /// How far an outline may reach beyond the one it lies in, in reduced pixels.
  static let containmentSlack: Float = 3

  /// The outlines, the best of which, where the frame cuts it off, gives way to one that lies inside
  /// the frame in another direction and not on it.
  ///
  /// A card beside or across a sheet that runs out of the picture is what was photographed; the
  /// sheet is what it lies on. What is printed on a document runs in its directions, and a box or a
  /// seal askew on it lies inside its outline: neither takes its place. Of 3,672 real and generated
  /// photos four have such a pair, and in each the whole outline is the document's.
  static func preferringWholeDocuments(
    of candidates: [Candidate], in reduced: ReducedImage
  ) -> [Candidate] {
    guard let front = candidates.first, isCut(front.outline, in: reduced) else { return candidates }
    let other = candidates.indices.dropFirst().first { index in
      let candidate = candidates[index]
      let outline = candidate.outline
      return candidate.logit >= front.logit - otherDocumentLag
        && candidate.features.leastSupport >= seenSupport
        && candidate.features.leastAgreement >= seenAgreement
        && !isCut(outline, in: reduced) && outline.turn(against: front.outline) >= 1
        && !front.outline.contains(outline, slack: containmentSlack)
    }
    guard let other else { return candidates }
    var ranked = candidates
    ranked.moveToFront(other)
    return ranked
  }
}
