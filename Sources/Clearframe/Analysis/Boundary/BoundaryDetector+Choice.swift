extension BoundaryDetector {
  /// The log-odds of the first look from which on an outline is taken as it is: half of 3,584 test
  /// photos have such an outline. Of 589 cut or covered documents 2 more are told than with a limit of
  /// 4, with which two thirds have one, and nearly as many as with 6.
  static let sureLogit: Float = 5
  /// The least sides of a reduced image in which a network looks for the document: in an icon or a
  /// strip there is too little to be seen.
  static let closerLookSides = (long: 100, short: 16)

  /// How near to the frame's borders, over the picture's longer side, a sure outline reaches that is
  /// looked at closer all the same: whether the frame cuts the document off hangs on little there. Of
  /// 2,205 sure test photos 196 are asked for that, and 4 more of 17 cut documents are told that were
  /// taken for whole ones; so are they of 539 with a share of 0.02, and 1 of 112 with 0.003.
  static let nearFrameShare: Float = 0.01

  /// The outlines of a picture, most probable first: those of the first look where one of them is
  /// sure, and not near the frame, else those of a closer one, ranked by all that is known of them.
  ///
  /// `markedShare` is the share of the picture that a closer look takes for the document, nil where
  /// there was none.
  static func rankedCandidates(
    in reduced: ReducedImage, fromNear: Bool = true
  ) -> (candidates: [Candidate], isSure: Bool, markedShare: Float?) {
    let search = CandidateSearch(reduced)
    let first = search.firstLook()
    // A card was put before the box of its portrait, whose odds are the card's.
    let isSure = first.reduce(-Float.infinity) { max($0, $1.logit) } >= sureLogit
    let isOpen = first.first.map { isNearFrame($0.outline, in: reduced) } ?? true
    guard !isSure || (isOpen && fromNear), isLargeEnough(reduced) else {
      let decided = decidingFourthSides(of: first, in: reduced)
      return (preferringWholeDocuments(of: decided, in: reduced), isSure, nil)
    }
    let look = CloserLook(search, in: reduced, fromNear: fromNear)
    return (look.ranked, isSure, look.markedShare)
  }

  /// Whether an outline reaches the frame's borders, or nearly.
  static func isNearFrame(_ outline: OutlineHypothesis, in reduced: ReducedImage) -> Bool {
    let width = Float(reduced.width)
    let height = Float(reduced.height)
    let reach = nearFrameShare * max(width, height)
    return outline.corners.contains { corner in
      min(corner.x, corner.y, width - corner.x, height - corner.y) <= reach
    }
  }

  /// Whether there is enough to be seen for a closer look.
  package static func isLargeEnough(_ reduced: ReducedImage) -> Bool {
    max(reduced.width, reduced.height) >= closerLookSides.long
      && min(reduced.width, reduced.height) >= closerLookSides.short
  }
}
