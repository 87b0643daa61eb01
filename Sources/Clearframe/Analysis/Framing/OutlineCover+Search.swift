extension OutlineCover {
  /// The log-odds from which on a corner counts as covered: up to there none of 538 covered mock
  /// documents is lost. Where an outline is a little off at a corner, what lies beside it looks like a
  /// cover.
  static let cornerLogit: Float = 3
  /// The log-odds of a place from which on its side counts as covered. Of 11,900 development scenes
  /// 1,876 of 1,929 cut or covered documents are told so, and 56 of 9,961 others fail; with a limit of
  /// 2 they are 1,882 and 68. Most of the others are outlines that are a little off.
  static let coveredLogit: Float = 3
  /// The log-odds from which on other places on such a side count: even odds. Of those 538
  /// documents that tells seven more than 1, and one more of the sound ones.
  static let sideLogit: Float = 0
  /// The log-odds of every second place from which on those between are looked at, too: what covers
  /// as much of a side as matters covers one of the first, or nearly so.
  static let nearLogit: Float = -2

  /// The log-odds of the small network from which on the wide one is asked instead: one in ninety of
  /// the places that nothing covers, and 19 in 20 of those that are covered.
  static let doubtfulLogit: Float = -2

  /// The luma of what is burnt out: a reflection is as likely there as a thing.
  static let burntLuma: Float = 250

  /// Looks along an outline in stored pixels.
  package init(_ outline: Quadrilateral, in image: borrowing WorkingImage) {
    guard let patches = OutlinePatches(outline, in: image) else {
      self = .none
      return
    }
    let departure = PerspectiveRectangle(outline, frame: image.storedSize)?.departureDegrees ?? 0
    var isCornerCovered: [Bool] = []
    var shares: [Double] = []
    for side in 0..<4 {
      let logits = Self.logits(ofSide: side, patches, in: image)
      isCornerCovered.append((logits[0] ?? -.infinity) > Self.cornerLogit)
      let seen = logits.compactMap(\.self)
      let isCovered = seen.contains { $0 > Self.coveredLogit }
      let covered = isCovered ? seen.count { $0 > Self.sideLogit } : 0
      let isOverlapped = Self.isOverlapped(
        from: patches.corners[side], to: patches.corners[(side + 1) & 3], short: patches.short,
        outsides: patches.outsides[side], departure: departure, in: image)
      shares.append(
        // Of the whole side: what the frame cuts off is counted elsewhere.
        isOverlapped ? 1 : Double(covered) / Double(OutlinePatches.placesPerSide))
    }
    self.init(isCornerCovered: isCornerCovered, sideShares: shares)
  }

  /// The log-odds that the places of a side are covered, the corner's first; nil where nothing is
  /// seen. Where those beside it are far from it, a place counts as the lower of them.
  private static func logits(
    ofSide side: Int, _ patches: OutlinePatches, in image: borrowing WorkingImage
  ) -> [Float?] {
    let count = OutlinePatches.placesPerSide
    func logit(_ place: Int) -> Float {
      let colour = image.meanColor(at: patches.point(place, ofSide: side))
      if let colour, colour.x >= burntLuma { return -.infinity }
      let seen = patches.patches(at: place, ofSide: side, in: image)
      let logit = CoverNetwork.small.logit(for: seen)
      guard logit > doubtfulLogit else { return logit }
      // Two looks err less than one.
      return
        (CoverNetwork.wide.logit(for: seen)
        + CoverNetwork.wide.mirroredLogit(for: seen, atCorner: place == 0)) / 2
    }
    var logits = [Float?](repeating: nil, count: count)
    for place in stride(from: 0, to: count, by: 2)
    where patches.isSeen(place, ofSide: side, in: image) {
      logits[place] = logit(place)
    }
    for place in stride(from: 1, to: count, by: 2)
    where patches.isSeen(place, ofSide: side, in: image) {
      let beside = [logits[place - 1], place + 1 < count ? logits[place + 1] : nil]
      let known = beside.compactMap(\.self)
      logits[place] =
        known.allSatisfy { $0 < nearLogit } && !known.isEmpty
        ? known.min() : logit(place)
    }
    return logits
  }

  /// The length of a difference of colours; chroma counts double, as in `SideStrips`' units it
  /// spans half the range of luma.
  static func distance(_ one: SIMD3<Float>, _ two: SIMD3<Float>) -> Float {
    let difference = (one - two) * SIMD3(1, 2, 2)
    return (difference * difference).sum().squareRoot()
  }

  static func length(_ vector: SIMD2<Float>) -> Float {
    (vector * vector).sum().squareRoot()
  }

  /// The direction into the document from a side of a clockwise outline.
  static func inward(_ step: SIMD2<Float>) -> SIMD2<Float> { SIMD2(-step.y, step.x) }
}
