/// The outlines of a picture, with what is known of them once a network has marked the document.
struct MarkedOutlines {
  /// The outlines, with their first log-odds.
  let candidates: [BoundaryDetector.Candidate]
  /// What is known of each, in the order of the names of `OutlineFeatures` and `OutlineChoice`.
  let values: [[Float]]
  /// The score of each by all of that.
  let scores: [Float]
  /// The share of the picture that the network takes for the document.
  let share: Float

  /// Has the network look at a picture in each of the ways that it is to be seen.
  ///
  /// - Parameter completed: What `CandidateSearch.completions()` gives.
  init(
    _ search: CandidateSearch, _ completed: [OutlineHypothesis], in reduced: ReducedImage,
    _ mirrorings: [Mirroring]
  ) {
    let map = DocumentSegmentation(of: reduced, mirrorings)
    candidates = search.closerLook(by: map, with: completed)
    let choice = OutlineChoice(candidates, by: map, in: reduced)
    values = choice.values
    scores = choice.scores(candidates.map(\.logit))
    share = map.insideShare
  }
}
