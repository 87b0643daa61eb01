extension BoundaryDetector {
  /// The largest area of another outline in the place of a box, over the box's.
  static let boxArea: Float = 2

  /// The outlines without those of a box printed on a document, and of anything in its place, where
  /// the most probable one is that of such a box.
  static func withoutBoxes(
    _ candidates: [Candidate], in reduced: ReducedImage,
    _ isBox: (OutlineHypothesis, ReducedImage) -> Bool
  ) -> [Candidate] {
    var rest = candidates
    while let box = rest.first?.outline, isBox(box, reduced) {
      let count = rest.count
      rest.removeAll { candidate in
        candidate.outline.area <= boxArea * box.area && box.contains(candidate.outline.centre)
      }
      guard rest.count < count else { break }
    }
    return rest
  }
}
