/// The reflections on a document.
package struct GlareFinding: Sendable, Hashable {
  /// The reflections, largest first.
  package var highlights: [Highlight]
  /// The bright patch with the most evidence among those that were not counted, if there is one.
  package var runnerUp: Highlight?
  /// Where the reflections are; nil without any.
  package var mask: HighlightMask?

  package init(
    highlights: [Highlight] = [], runnerUp: Highlight? = nil, mask: HighlightMask? = nil
  ) {
    self.highlights = highlights
    self.runnerUp = runnerUp
    self.mask = mask
  }

  /// The share of the judged part of the document that lies under reflections, 0 to 1.
  package var share: Double { highlights.reduce(0) { $0 + $1.share } }

  /// The share of the largest reflection, 0 to 1.
  package var largestShare: Double { highlights.first?.share ?? 0 }
}
