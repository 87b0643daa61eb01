/// Where the document lies in the picture, and how sure that is.
public struct DocumentSummary: Sendable, Hashable {
  /// The outline in pixels of the upright picture; corners may lie outside the frame.
  public var outline: Quadrilateral
  /// The calibrated probability, 0 to 1, that the outline overlaps the true one by at least 0.9.
  public var confidence: Double

  /// Makes a summary from its parts.
  public init(outline: Quadrilateral, confidence: Double) {
    self.outline = outline
    self.confidence = confidence
  }
}
