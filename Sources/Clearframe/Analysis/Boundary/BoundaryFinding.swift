/// What the search for a document's outline came to.
package enum BoundaryFinding: Sendable, Hashable {
  /// An outline was found; its confidence says how far it can be trusted.
  case found(DocumentBoundary)
  /// No side of a document is seen, and paper with print on it reaches the borders.
  case fillsFrame
  /// Nothing in the picture looks like the outline of a document.
  case noEvidence

  /// The outline, if one was found.
  package var boundary: DocumentBoundary? {
    if case .found(let boundary) = self { return boundary }
    return nil
  }
}
