/// A connected patch of cells above a level.
struct HighlightCandidate: Sendable {
  /// The cells' indexes.
  var cells: [Int]
  /// What speaks for and against it.
  var features: HighlightFeatures
  /// The log-odds that it is a reflection.
  var evidence: Float
}
