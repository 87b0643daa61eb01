/// A reflection on the document.
package struct Highlight: Sendable, Hashable {
  /// Its share of the judged part of the document, 0 to 1.
  package var share: Double
  /// The log-odds that it is one.
  package var evidence: Double
  /// The corners of its bounding box on the document, as stored positions.
  package var outline: [PixelPoint]

  package init(share: Double, evidence: Double, outline: [PixelPoint]) {
    self.share = share
    self.evidence = evidence
    self.outline = outline
  }
}
