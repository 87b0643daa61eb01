/// A connected patch of cells above a level.
struct HighlightCandidate: Sendable {
  /// The cells' indexes.
  var cells: [Int]
  /// What speaks for and against it.
  var features: HighlightFeatures
  /// The log-odds that it is a reflection.
  var evidence: Float

  /// Whether it has cells in common with another candidate of the same document.
  func overlaps(_ other: HighlightCandidate) -> Bool {
    // Patches at different levels lie in one another or apart, so one cell of the smaller is enough.
    cells.count > other.cells.count
      ? cells.contains(other.cells[0]) : other.cells.contains(cells[0])
  }
}
