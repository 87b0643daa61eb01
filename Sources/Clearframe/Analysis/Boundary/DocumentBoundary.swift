/// The document's outline in the stored picture, and what speaks for it.
package struct DocumentBoundary: Sendable, Hashable {
  /// The outline in stored pixels; corners may lie outside the frame.
  ///
  /// Clockwise, starting with the corner from which the first side runs most nearly to the right.
  package var outline: Quadrilateral
  /// The calibrated probability, 0 to 1, that the outline overlaps the true one by at least 0.9
  /// (intersection over union, of the parts inside the frame).
  package var confidence: Double
  /// The evidence of the four sides: side `i` runs from corner `i` to corner `i + 1`.
  package var sides: [BoundarySide]
  /// What speaks for a document that is cut off or whole, over all outlines.
  package var belief: OutlineBelief

  package init(
    outline: Quadrilateral, confidence: Double, sides: [BoundarySide],
    belief: OutlineBelief = .none
  ) {
    self.outline = outline
    self.confidence = confidence
    self.sides = sides
    self.belief = belief
  }

  /// Whether the frame cuts off any side.
  package var isCutOff: Bool { sides.contains { $0.isCutOff } }
}
