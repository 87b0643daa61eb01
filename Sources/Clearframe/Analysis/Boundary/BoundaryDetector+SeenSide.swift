extension BoundaryDetector {
  /// How far an outline's log-odds may lie under those of the same outline without its fourth side.
  static let seenLag: Float = 0.75
  /// How far the corners that the two have in common may be apart, in reduced pixels.
  static let sharedCornerSlack: Float = 5
  /// The least share of each side of an outline whose fourth side is seen that shows an edge.
  static let seenSupport: Float = 0.7
  /// The least share of each side of such an outline with the same step across.
  static let seenAgreement: Float = 0.6
  /// The least step across the fourth side over the middle one of the other three: edges of pages
  /// on gray desks have 0.44 and more, ruled lines and gutters of books 0.13 at most.
  static let seenStep: Float = 0.3

  /// The outlines, with one of which all four sides are seen before the one that only differs by
  /// running out of the frame across the fourth.
  ///
  /// A strip of desk between a page and the frame says little about where the page ends where it is
  /// about as bright as the page and has no colour: the two outlines are as probable then. The
  /// paper's going on up to the frame leaves no step across a line on it; an edge does.
  static func preferringSeenSides(
    among candidates: [Candidate], in reduced: ReducedImage
  ) -> [Candidate] {
    guard let front = candidates.first,
      let open = front.outline.lines.firstIndex(where: { $0.isFrame }),
      front.outline.lines.count(where: { $0.isFrame }) == 1
    else { return candidates }
    let width = Float(reduced.width)
    let height = Float(reduced.height)
    let seen = candidates.indices.dropFirst().first { index in
      let other = candidates[index]
      guard other.logit >= front.logit - seenLag,
        other.outline.isWhole(width: width, height: height),
        other.features.leastSupport >= seenSupport,
        other.features.leastAgreement >= seenAgreement,
        let side = side(of: other.outline, inPlaceOf: open, of: front.outline)
      else { return false }
      let steps = other.features.strips.map(\.contrast)
      let others = (1...3).map { steps[(side + $0) & 3] }.sorted()
      return steps[side] >= seenStep * others[1]
    }
    guard let seen else { return candidates }
    var ranked = candidates
    ranked.insert(ranked.remove(at: seen), at: 0)
    return ranked
  }

  /// The side of an outline in the place of a side of another one, with which it has the two corners
  /// on the opposite side in common; nil where it has not.
  private static func side(
    of outline: OutlineHypothesis, inPlaceOf open: Int, of other: OutlineHypothesis
  ) -> Int? {
    let one = other.corners[(open + 2) & 3]
    let two = other.corners[(open + 3) & 3]
    return (0..<4).first { side in
      let first = outline.corners[(side + 2) & 3] - one
      let second = outline.corners[(side + 3) & 3] - two
      return max((first * first).sum(), (second * second).sum())
        <= sharedCornerSlack * sharedCornerSlack
    }
  }
}
