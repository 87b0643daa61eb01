extension BoundaryDetector {
  /// How far an outline's log-odds may lie under those of the best one, from which it differs in
  /// one side alone, to take its place.
  static let fourthSideLag: Float = 0.75
  /// How far the corners that the two have in common may be apart, in reduced pixels.
  static let sharedCornerSlack: Float = 5
  /// The least share of each side of an outline whose fourth side is seen that shows an edge.
  static let seenSupport: Float = 0.7
  /// The least share of each side of such an outline with the same step across.
  static let seenAgreement: Float = 0.6
  /// The least step across the fourth side over the middle one of the other three: edges of pages
  /// on gray desks have 0.44 and more, ruled lines and gutters of books 0.13 at most.
  static let seenStep: Float = 0.3
  /// The evidence that the fourth side adds per pixel, at most, where nothing is seen of it: sides
  /// that are there add 0.6 and more, on generated photos, real and altered ones, and a border of
  /// the frame without any has 0.3 less than nothing.
  static let unseenEvidence: Float = 0.3

  /// The outlines, the best of which gives way to one that only differs by ending at a side inside
  /// the frame, where that side is seen; or by running out of the frame, where the best one's side
  /// there is not.
  ///
  /// The two are about as probable where a strip of desk beside the page is as bright as it and has
  /// no colour, or where the strip is narrow. The fourth side itself decides: paper that goes on
  /// leaves no step across a line on it, an edge does.
  static func decidingFourthSides(
    of candidates: [Candidate], in reduced: ReducedImage
  ) -> [Candidate] {
    guard let front = candidates.first else { return candidates }
    let width = Float(reduced.width)
    let height = Float(reduced.height)
    let open = front.outline.frameSides
    guard open.count <= 1 else { return candidates }
    let better = candidates.indices.dropFirst().first { index in
      let other = candidates[index]
      guard other.logit >= front.logit - fourthSideLag else { return false }
      if let open = open.first {
        return other.outline.isWhole(width: width, height: height)
          && isSeen(fourthSide(of: other, against: front.outline, openAt: open), of: other)
      }
      let borders = other.outline.frameSides
      guard borders.count == 1,
        let side = fourthSide(of: front, against: other.outline, openAt: borders[0])
      else { return false }
      let step = front.outline.corners[(side + 1) & 3] - front.outline.corners[side]
      return front.outline.score - other.outline.score
        <= unseenEvidence * (step * step).sum().squareRoot()
    }
    guard let better else { return candidates }
    var ranked = candidates
    ranked.moveToFront(better)
    return ranked
  }

  /// The side of an outline in the place of the open side of another one, with which it has the two
  /// corners on the opposite side in common; nil where it has not.
  private static func fourthSide(
    of candidate: Candidate, against other: OutlineHypothesis, openAt open: Int
  ) -> Int? {
    let corners = candidate.outline.corners
    return (0..<4).first { side in
      let one = corners[(side + 2) & 3] - other.corners[(open + 2) & 3]
      let two = corners[(side + 3) & 3] - other.corners[(open + 3) & 3]
      return max((one * one).sum(), (two * two).sum()) <= sharedCornerSlack * sharedCornerSlack
    }
  }

  /// Whether all sides of an outline show an edge, and a side a step across.
  private static func isSeen(_ side: Int?, of candidate: Candidate) -> Bool {
    guard let side, candidate.features.leastSupport >= seenSupport,
      candidate.features.leastAgreement >= seenAgreement
    else { return false }
    let steps = candidate.features.strips.map(\.contrast)
    let others = (1...3).map { steps[(side + $0) & 3] }.sorted()
    return steps[side] >= seenStep * others[1]
  }
}
